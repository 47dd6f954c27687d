/** What makes a new revision: a change that a reader would notice, in title, text or date. */
import { contentId } from '../hash.ts';
import { canonicalUrl } from './canonical-url.ts';

/** Words of a label, such as the headline of another article in a box; longer lines are taken for prose. */
const MOST_LABEL_WORDS = 14;
/** Words of lines that count or tell the time, which are others at each visit. */
const COUNTING_WORDS = new Set(
  (
    'comment comments view views read reads share shares like likes reaction reactions reply replies min mins minute ' +
    'minutes hour hours day days ago updated kommentar kommentare aufrufe minuten stunde stunden tag tagen tage vor ' +
    'aktualisiert commentaire commentaires partage partages vues heure heures jour jours il y a lecture de comentario ' +
    'comentarios minutos hora horas días hace lectura commento commenti minuti ore fa reacties minuten uur geleden k m'
  ).split(' '),
);

/**
 * The same for texts that differ only in white space, invisible characters, tracking parameters of the addresses in them,
 * lines that count (comments, readers, minutes ago), or the order of labels.
 *
 * @param publishedAt the publisher's date; undefined when it is assumed, which is none of the publisher's words.
 */
export function contentHash(title: string, text: string, publishedAt: string | undefined): string {
  const lines = text
    .split('\n')
    .map(flatten)
    .filter((line) => line !== '' && !isCounter(line));
  const { prose = [], label = [] } = Object.groupBy(lines, (line) => (isLabel(line) ? 'label' : 'prose'));
  return contentId(flatten(title), prose.join(' '), label.sort().join('\n'), publishedAt);
}

const flatten = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/https?:\/\/\S+/gi, (url) => canonicalUrl(url) ?? url)
    .replace(/\s+/g, ' ')
    .trim();

/** A short line that ends like no sentence and doesn't begin like a ranking. */
const isLabel = (line: string): boolean =>
  !/[.!?…:;,。！？」”"»)]$/.test(line) && !/^\d/.test(line) && line.split(' ').length <= MOST_LABEL_WORDS;

function isCounter(line: string): boolean {
  if (line.length > 60 || !/\p{N}/u.test(line)) return false;
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => COUNTING_WORDS.has(word));
}
