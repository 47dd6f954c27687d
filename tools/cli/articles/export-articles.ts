import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { storedArticles } from '../../../docs/examples/stored-articles.ts';
import { type Article, decodeArticle } from '../../../lambdas/consumer/index.ts';
import { type Deployment, type Target, withDeployment } from '../deployment.ts';
import { jsonText, write } from '../output.ts';

/**
 * Writes articles to standard output, one JSON object per line.
 * @param day only articles first seen then.
 * @default all
 */
export async function exportArticles({ day, ...target }: Target & { readonly day?: string }): Promise<void> {
  await withDeployment(target, async (deployment) => {
    const tableName = deployment.output('ArticlesTableName');
    const articles =
      day === undefined ? everyArticle(deployment, tableName) : storedArticles(deployment.documents, tableName, day);
    for await (const article of articles) write(jsonText(article));
  });
}

async function* everyArticle({ documents }: Deployment, TableName: string): AsyncGenerator<Article> {
  for await (const { Items = [] } of paginateScan({ client: documents }, { TableName })) {
    for (const item of Items) {
      const article = decodeArticle(item);
      if (article !== undefined) yield article;
    }
  }
}
