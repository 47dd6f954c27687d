/** What makes a new revision: a change that a reader would notice, in title, text or date. */
import { contentId } from '../../hash.ts';
import { canonicalUrl } from '../../web/canonical-url.ts';

/** Words of a label, such as the headline of another article in a box; longer lines are taken for prose. */
const MAX_LABEL_WORDS = 14;
/** Words of lines that count or tell the time, which are others at each visit. */
const COUNTING_WORDS = new Set(
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
const NO_COMMENT_YET = /^be the first to (?:comment|reply|like this)[.!]?$/i;

/**
 * The same for texts that differ only in white space, invisible characters, tracking parameters of the addresses in
 * them, the drawing of quotation marks, lines that count (comments, readers, minutes ago), the order of labels, or
 * fractions of a second.
 *
 * @param publishedAt the publisher's date; undefined when it is assumed, which is none of the publisher's words.
 */
export function contentHash(title: string, text: string, publishedAt: string | undefined): string {
  const lines = text
    .split('\n')
    .map(flatten)
    .filter((line) => line !== '' && !isCounter(line));
  const { prose = [], label = [] } = Object.groupBy(lines, (line) => (isLabel(line) ? 'label' : 'prose'));
  const date = publishedAt?.replace(/\.\d+(?=Z$)/, '.000');
  return contentId(flatten(title), prose.join(' '), label.sort().join('\n'), date);
}

const flatten = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/https?:\/\/\S+/gi, (url) => canonicalUrl(url) ?? url)
    .replace(/\s+/g, ' ')
    .trim();

/** A short line that ends like no sentence and doesn't begin like a ranking. */
const isLabel = (line: string): boolean =>
  !/[.!?…:;,。！？」")]$/.test(line) && !/^\d/.test(line) && line.split(' ').length <= MAX_LABEL_WORDS;

function isCounter(line: string): boolean {
  if (NO_COMMENT_YET.test(line)) return true;
  if (line.length > 60 || !/\p{N}/u.test(line)) return false;
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => COUNTING_WORDS.has(word));
}
