/** An article as a feed item, so that a recheck can compose the article again from its page. */
import { compact } from '../compact.ts';
import type { ItemMessage } from '../queues/messages.ts';
import { saidByFeed } from '../rights/strictest.ts';
import { ownPage } from './identity/own-page.ts';
import { isStandIn } from './identity/stand-in.ts';
import { mergeMedia } from './media/merge-media.ts';
import type { Article, ArticleContent, MetadataField, Provenance } from './record/article.ts';
import { mediaWithinRoom } from './record/media-room.ts';
import { escapeHtml } from './text/article-html.ts';

/**
 * Returns the article as the message of an item. Its fields have the rank of the feed's: metadata that the page declares
 * replaces them, metadata that the page only shows doesn't. So an unchanged page gives the same content again.
 */
export function articleToItem(article: Article): ItemMessage {
  const { title, authors, agencies = [], tags, publishedAssumed, modifiedAt, siteName, language } = article;
  const excerpt = article.excerpt === undefined ? undefined : escapeHtml(article.excerpt);
  const item = {
    url: ownPage(article),
    title,
    // If the excerpt is the start of the text, the new text gets a new excerpt.
    summary: isStartOf(article.excerpt, article.text) ? undefined : excerpt,
    content: excerpt,
    authors: [...authors, ...agencies].map((name) => ({ name })),
    publishedAt: publishedAssumed === undefined ? article.publishedAt : undefined,
    updatedAt: modifiedAt,
    categories: tags,
    imageUrl: article.image?.url,
    rights: saidByFeed(article.rights),
  };
  return {
    version: 1,
    feed: compact({
      feedId: article.feedId,
      url: article.appearances[0]?.feedUrl ?? '',
      title: siteName,
      language,
      // Rechecks know no settings: what the operator said of the language still counts.
      languageSetting: article.provenance?.language === 'setting' ? language : undefined,
      restricted: article.restricted,
    }),
    item: compact(item),
    // A date that was in the future when the article was stored stays rejected: it is the date of an event.
    foundAt: article.revisedAt,
  };
}

const isStartOf = (excerpt: string | undefined, text = ''): boolean =>
  excerpt !== undefined && text.replace(/\s+/g, ' ').trim().startsWith(excerpt.replace(/…$/, ''));

/**
 * Returns the content with the article's own value and source of each field that the content took from the item. The files and the
 * genre that a feed has told stay too, because no item tells them again.
 */
export function restoreOwnFields(content: ArticleContent, article: Article): ArticleContent {
  const fields = fieldsFromItem(content);
  const attributes = fields.flatMap((field): (keyof ArticleContent)[] => [field, ...(PRECISIONS[field] ?? [])]);
  return compact({
    ...content,
    ...pick<ArticleContent>(article, attributes),
    url: article.url,
    media: allMedia(content, article),
    genre: content.genre ?? article.genre,
    // Nothing says whose its files are: a private feed's may open what is paid for.
    restricted: content.restricted ?? (filesOf(article).length > 0 ? article.restricted : undefined),
    publishedRaw: article.publishedRaw,
    publishedAssumed: content.publishedAssumed && article.publishedAssumed,
    provenance: compact({
      ...content.provenance,
      ...pick<Provenance>(article.provenance ?? {}, fields),
      genre: (content.genre === undefined ? article : content).provenance?.genre,
      url: article.provenance?.url,
    }),
  });
}

/** The files of another site's feed don't go with the words of the site. */
const filesOf = (article: Article) => (isStandIn(article) ? [] : (article.media ?? []));

function allMedia(content: ArticleContent, article: Article): ArticleContent['media'] {
  const { title, image } = content;
  return mediaWithinRoom(mergeMedia([...filesOf(article), ...(content.media ?? [])], { title, image: image?.url }));
}

const fieldsFromItem = ({ provenance = {} }: ArticleContent): MetadataField[] =>
  (Object.keys(provenance) as MetadataField[]).filter((field) => provenance[field] === 'feed');

/** The attributes that say how exact a field is. */
const PRECISIONS: Partial<Record<MetadataField, readonly (keyof ArticleContent)[]>> = {
  publishedAt: ['publishedPrecision'],
  modifiedAt: ['modifiedPrecision'],
};

/** The named attributes, undefined ones included: they remove what they are spread over. */
const pick = <T extends object>(from: T, names: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;
