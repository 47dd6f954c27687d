import type { Appearance, Article } from '../../../lambdas/core/article/record/article.ts';

export interface ExplainedAppearance extends Pick<Appearance, 'feedUrl' | 'url' | 'firstSeenAt'> {
  /** Why the feed's item is this article, as docs/articles.md says it. */
  readonly reason: string;
}

/** Says of each appearance of an article why it is one. */
export const explainAppearances = ({ appearances, ...article }: Article): ExplainedAppearance[] =>
  appearances.map(({ feedUrl, url, firstSeenAt, similarity }, index) => {
    const place = { feedUrl, firstSeenAt, ...(url !== undefined && { url }) };
    if (index === 0) return { ...place, reason: 'it announced the article first' };
    if (similarity === 1) return { ...place, reason: 'the text is the same, word for word' };
    if (similarity !== undefined)
      return { ...place, reason: `${Math.round(similarity * 100)} % of the shorter text is in the longer` };
    return {
      ...place,
      reason:
        url === article.url ? 'the address is the same' : 'the page gives the same address, or the guid is the same',
    };
  });
