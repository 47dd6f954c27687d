/** `explain URL` and `articles explain ID`: why a page is read as it is, and why feeds share an article. */
import type { Command } from 'commander';
import { fetcherFromEnvironment } from '../../../lambdas/adapters/http/fetcher-from-environment.ts';
import { explainPage, type PageExplanation } from '../../../lambdas/core/article/explain-page.ts';
import { compareArticles } from '../../../lambdas/core/article/identity/compare-articles.ts';
import { ACCEPTED_PAGES } from '../../../lambdas/core/article/page/page-type.ts';
import { parseUrl } from '../../../lambdas/core/web/absolute-url.ts';
import { fetchValues } from '../../../lib/fetch-values.ts';
import { defaultSettings } from '../../../lib/settings.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { type Target, withDeployment } from '../deployment.ts';
import { addressProblem, isLoopback } from '../feeds/feed-argument.ts';
import { print } from '../output.ts';
import { addTargetOptions } from '../target-options.ts';
import { explainAppearances } from './explain-appearances.ts';
import { appearancesText, comparisonText, pageExplanationText } from './explanation-text.ts';
import { findArticle } from './find-article.ts';

export const addExplainCommand = (program: Command): Command =>
  program
    .command('explain <url>')
    .description(
      "read an article's page, and say why each field has its value, and why each part that isn't in the text was left out",
    )
    .option('--json', 'the result as JSON')
    .action(async (url: string, { json }: { readonly json?: boolean }) => {
      const page = await explainAddress(url);
      print(json, page, () => pageExplanationText(page));
    });

export const addArticleExplainCommand = (articles: Command): Command =>
  addTargetOptions(
    articles
      .command('explain <articleId> [otherId]')
      .description(
        "read an article's page again and explain it as `explain` does, and say why feeds share the article; with a second id, say why the two articles are two, or would be one",
      ),
  ).action((articleId: string, otherId: string | undefined, options: Options) =>
    otherId === undefined ? explainArticle(articleId, options) : explainPair(articleId, otherId, options),
  );

type Options = Target & { readonly json?: boolean };

async function explainArticle(name: string, { json, ...target }: Options): Promise<void> {
  const article = await withDeployment(target, ({ documents, output }) =>
    findArticle(documents, output('ArticlesTableName'), name),
  );
  const appearances = explainAppearances(article);
  const page = article.url === undefined ? { failure: 'The article has no page.' } : await explainAgain(article.url);
  print(json, { articleId: article.articleId, page, appearances }, () =>
    ['failure' in page ? page.failure : pageExplanationText(page), '', appearancesText(appearances)].join('\n'),
  );
}

async function explainPair(name: string, otherName: string, { json, ...target }: Options): Promise<void> {
  const [one, other] = await withDeployment(
    target,
    async ({ documents, output }) =>
      [
        await findArticle(documents, output('ArticlesTableName'), name),
        await findArticle(documents, output('ArticlesTableName'), otherName),
      ] as const,
  );
  const [first, second] = one.firstSeenAt <= other.firstSeenAt ? [one, other] : [other, one];
  const comparison = compareArticles(first, second);
  print(json, { articleIds: [first.articleId, second.articleId], ...comparison }, () => comparisonText(comparison));
}

/** A stored article's page may be gone. */
async function explainAgain(url: string): Promise<ExplainedPage | { readonly failure: string }> {
  try {
    return await explainAddress(url);
  } catch (error) {
    if (error instanceof CliError) return { failure: error.message };
    throw error;
  }
}

export interface ExplainedPage extends PageExplanation {
  /** The address that served the page. */
  readonly url: string;
}

/** Fetches a page as `ingest-item` does, and reads it. @throws {CliError} if it can't be fetched */
async function explainAddress(raw: string): Promise<ExplainedPage> {
  const parsed = parseUrl(raw);
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new CliError(`${raw} is no address of a page: it starts with http:// or https://.`, EXIT.usage);
  const address = parsed.href;
  const problem = addressProblem(address);
  if (problem !== undefined) throw new CliError(`${raw} can't be read: ${problem}.`, EXIT.usage);
  // The same fetcher as in the functions, with the stack's default limits and pace.
  const allowedOrigins = isLoopback(address) ? [parsed.origin] : [];
  const fetch = fetcherFromEnvironment(fetchValues({ ...defaultSettings, allowedOrigins }));
  const fetched = await fetch({ url: address, accept: ACCEPTED_PAGES });
  if (fetched.kind === 'failed') throw new CliError(`${address} can't be read: ${fetched.detail}`, EXIT.failed);
  if (fetched.status !== 200) throw new CliError(`${address} answered with ${fetched.status}.`, EXIT.failed);
  const { url, body, headers } = fetched;
  return { url, ...explainPage(body, headers['content-type'], url, undefined, headers) };
}
