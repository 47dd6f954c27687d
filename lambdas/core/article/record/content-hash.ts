/** Hashes the content of an article, so that a change that a reader notices makes a new revision. */
import { contentId } from '../../hash.ts';
import { canonicalUrl } from '../../web/canonical-url.ts';

/** Max number of words in a label, such as the headline of another article in a box. A longer line is prose. */
const MAX_LABEL_WORDS = 14;
/** The words in counters and relative times, which change with each visit. */
const COUNTER_WORDS = new Set(
  (
    'comment comments view views read reads share shares like likes liked reaction reactions reply replies min mins minute ' +
    'minutes hour hours day days week weeks ago updated published posted last modified people person reader readers this by ' +
    'others join the in discussion kommentar kommentare aufrufe minuten stunde stunden tag tagen tage vor ' +
    'aktualisiert veröffentlicht zuletzt commentaire commentaires partage partages vues heure heures jour jours il y a publié ' +
    'mis à lecture lectures de comentario comentarios reacción reacciones minutos hora horas día días hace actualizado publicado lectura ' +
    'visitas comentário comentários há atrás visualizações commento commenti minuti ore fa reactie reacties opmerking ' +
    'opmerkingen weergaven minuten uur dagen geleden bijgewerkt kommentarer visningar visninger kommentti ' +
    'kommenttia timer timmar sedan siden komentarz komentarze komentarzy wyświetleń temu просмотр просмотра просмотров ' +
    'комментарий комментария комментариев минут минуты час часа часов назад обновлено переглядів коментарів yorum ' +
    'görüntülenme önce 조회수 조회 댓글 阅读 閱讀 浏览 瀏覽 评论 評論 条评论 点赞 分钟前 ' +
    '小时前 閲覧数 コメント 件のコメント 分前 時間前 k m'
  ).split(' '),
);
/** The invitation before the first comment. */
const NO_COMMENT_YET = /^be the first to (?:comment|reply|like this)[.!]?$/i;

/**
 * Returns the same hash if two contents differ only in white space, invisible characters, tracking parameters, the shape
 * of quotation marks, counters (comments, readers, minutes ago), the order of labels, or fractions of a second.
 *
 * @param publishedAt the publisher's date; undefined if the date is assumed.
 */
export function contentHash(title: string, text: string, publishedAt: string | undefined): string {
  const lines = text
    .split('\n')
    .map(normalized)
    .filter((line) => line !== '' && !isCounter(line));
  const { prose = [], labels = [] } = Object.groupBy(lines, (line) => (isLabel(line) ? 'labels' : 'prose'));
  const date = publishedAt?.replace(/\.\d+(?=Z$)/, '.000');
  return contentId(normalized(title), prose.join(' '), labels.sort().join('\n'), date);
}

const normalized = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/https?:\/\/\S+/gi, (url) => canonicalUrl(url) ?? url)
    .replace(/\s+/g, ' ')
    .trim();

/** A short line that doesn't end like a sentence and doesn't begin with a number, like a line of a ranking. */
const isLabel = (line: string): boolean =>
  !/[.!?…:;,。！？」")]$/.test(line) && !/^\d/.test(line) && line.split(' ').length <= MAX_LABEL_WORDS;

/** Max length of a counter, in characters. */
const MAX_COUNTER_LENGTH = 60;

function isCounter(line: string): boolean {
  if (NO_COMMENT_YET.test(line)) return true;
  if (line.length > MAX_COUNTER_LENGTH || !/\p{N}/u.test(line)) return false;
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => COUNTER_WORDS.has(word));
}
