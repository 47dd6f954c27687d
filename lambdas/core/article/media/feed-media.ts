/** The media of a feed's item: every enclosure, and of each thing in several forms one. */
import { compact } from '../../compact.ts';
import type { FeedEnclosure, FeedItem, FeedMedia } from '../../feed/document/feed-document.ts';
import { isCredible } from '../metadata/page-image.ts';
import type { ArticleMedium, MediaKind } from '../record/article.ts';
import { fileKey } from './media-address.ts';
import { kindOf } from './media-kind.ts';

export function feedMedia({ enclosures = [], media = [] }: FeedItem): readonly ArticleMedium[] {
  return withoutLonePicture([...ofEnclosures(enclosures), ...ofContents(media)]);
}

/** An alternate is another medium only if the episode has none of its kind: the film of a broadcast. */
function ofEnclosures(enclosures: readonly FeedEnclosure[]): ArticleMedium[] {
  const files: ArticleMedium[] = [];
  const alternates: ArticleMedium[] = [];
  for (const each of enclosures) {
    const { role, ...file } = each;
    if (role === 'alternate') alternates.push(mediumOf(file, kindOf(file) ?? 'document'));
    else files.push(mediumOf(file, role ?? kindOf(file) ?? 'document'));
  }
  const kinds = new Set(files.map(({ kind }) => kind));
  for (const each of alternates) if (!kinds.has(each.kind) && kinds.add(each.kind)) files.push(each);
  return files;
}

function ofContents(media: readonly FeedMedia[]): ArticleMedium[] {
  const contents = media.filter(({ kind }) => kind === 'content');
  const groups = Map.groupBy(contents, ({ group, url }) => group ?? url);
  return [...groups.values()].flatMap((forms) => {
    const form = bestForm(forms);
    const kind = form && kindOf(form);
    return form === undefined || kind === undefined ? [] : [mediumOf(form, kind)];
  });
}

/** The kinds of a thing's forms, the first before the others: the picture of a film is no form of it. */
const KINDS: readonly MediaKind[] = ['video', 'audio', 'document', 'image'];

/** The form that is the default, else one of the best kind, and of that kind the largest file. */
function bestForm(forms: readonly FeedMedia[]): FeedMedia | undefined {
  const known = forms.filter((form) => kindOf(form) !== undefined);
  const kind = KINDS.find((each) => known.some((form) => kindOf(form) === each));
  const ofKind = known.filter((form) => kindOf(form) === kind);
  return (
    known.find(({ isDefault }) => isDefault) ??
    ofKind.reduce<FeedMedia | undefined>(
      (best, form) => (best === undefined || (form.length ?? 0) > (best.length ?? 0) ? form : best),
      undefined,
    )
  );
}

type FeedFile = Omit<FeedEnclosure, 'role'> & Pick<FeedMedia, 'credit'>;

const mediumOf = ({ url, type, length, durationSeconds, title, credit }: FeedFile, kind: MediaKind): ArticleMedium =>
  compact({ url, kind, type, bytes: length, durationSeconds, title, credit });

/** A feed's single picture, in whatever sizes, stands for the item; several are a gallery. Icons and portraits are neither. */
function withoutLonePicture(media: readonly ArticleMedium[]): readonly ArticleMedium[] {
  const isPicture = ({ kind }: ArticleMedium): boolean => kind === 'image';
  const shown = media.filter((each) => !isPicture(each) || isCredible(each));
  const pictures = new Set(shown.filter(isPicture).map(({ url }) => fileKey(url, 'image')));
  return pictures.size > 1 ? shown : shown.filter((each) => !isPicture(each));
}
