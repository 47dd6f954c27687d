/** What kind of piece an article is, by the words with which publishers say so. */
import { foldedText } from '../../folded-text.ts';
import { parseUrl } from '../../web/absolute-url.ts';
import type { Genre } from '../record/article.ts';

/**
 * The types of schema.org that tell a kind. A plain `NewsArticle` tells none: most publishers give it to their columns, reviews
 * and advertisements as well.
 */
const TYPES: ReadonlyMap<string, Genre> = new Map([
  ['LiveBlogPosting', 'live'],
  ['AdvertiserContentArticle', 'sponsored'],
  ['SatiricalArticle', 'satire'],
  ['OpinionNewsArticle', 'opinion'],
  ['AnalysisNewsArticle', 'analysis'],
  ['BackgroundNewsArticle', 'background'],
  ['AskPublicNewsArticle', 'news'],
  ['ReportageNewsArticle', 'news'],
  ['ReviewNewsArticle', 'review'],
  ['CriticReview', 'review'],
  ['Review', 'review'],
]);

/** @param types as written, also with their vocabulary: `https://schema.org/OpinionNewsArticle` */
export const genreOfTypes = (types: readonly string[]): Genre | undefined =>
  types.map((type) => TYPES.get(type.slice(type.lastIndexOf('/') + 1))).find((genre) => genre !== undefined);

/** The names of sections, and the parts of addresses, that say the kind; compared by {@link keyOf}. */
const WORDS: Readonly<Record<Exclude<Genre, 'news'>, string>> = {
  opinion:
    'opinion opinions oped opeds opinionated comment commentary commentaries commentisfree column columns columnist columnists ' +
    'editorial editorials letterstotheeditor guestessay viewpoint viewpoints meinung meinungen kommentar kommentare kolumne kolumnen ' +
    'leitartikel gastbeitrag gastkommentar standpunkt tribune tribunes chronique chroniques editorial editoriaux edito editos idees ' +
    'pointdevue pointsdevue opinions opinion opiniones columna columnas columnistas tribuna tribunas cartasaldirector editoriale ' +
    'editoriali opinioni commenti opiniao opinioes coluna colunas colunistas editoriais opinie opinies commentaar columns ledare ' +
    'debatt kronika kronikor kronikk kronikker kommentarer leder ledere debat klumme klummer mielipide mielipiteet paakirjoitus ' +
    'paakirjoitukset kolumni kolumnit felieton felietony komentarz komentarze nazory komentare velemeny publicisztika opinii editoriale ' +
    'мнение мнения колонка колонки авторскиеколонки думка думки погляди gorus gorusler yazarlar koseyazilari opini tajukrencana ' +
    'رأي آراء مقالاتالرأي 社説 オピニオン コラム 论说 评论 评论员 社论 評論 社論 觀點 观点 사설 칼럼 오피니언',
  analysis:
    'analysis analyses newsanalysis analyse analysen analysis analyses analisis analisi analise analises analyser analyysi analyysit analiza ' +
    'analizy analyza analyzy elemzes elemzesek аналитика аналитике аналітика analiz analizler تحليل تحليلات 分析 解説 深度分析 분석 해설',
  background:
    'explainer explainers explained backgrounder hintergrund hintergrunde decryptage decryptages explicateur achtergrond bakgrunn bakgrund ' +
    'baggrund taustat tausta',
  review:
    'review reviews bookreview bookreviews filmreviews rezension rezensionen buchkritik filmkritik critique critiques critiquecinema resena ' +
    'resenas criticas recensione recensioni resenha resenhas recensie recensies recension recensioner anmeldelse anmeldelser ' +
    'anmeldelserne arvostelu arvostelut recenzja recenzje recenze рецензия рецензии рецензії inceleme incelemeler レビュー 书评 書評 影评 影評 리뷰',
  interview:
    'interview interviews entretien entretiens entrevista entrevistas intervista interviste intervju intervjuer haastattelu haastattelut wywiad ' +
    'wywiady rozhovor rozhovory interju interjuk interviu interviuri интервью інтервю roportaj roportajlar wawancara حوار حوارات مقابلات ' +
    'インタビュー 专访 專訪 인터뷰',
  live:
    'liveblog liveblogs liveticker livenews liveupdates livereporting endirect endirecto directo aovivo aominuto diretta indiretta ' +
    'minutoaminuto liveverslag nazywo онлайн 直播 생중계',
  satire: 'satire satira satyra satiren сатира humorysatira',
  'press-release':
    'pressrelease pressreleases pressemitteilung pressemitteilungen pressemeldung pressemeldungen communiquedepresse communiquesdepresse ' +
    'comunicadodeprensa comunicadosdeprensa comunicatostampa comunicatistampa comunicadodeimprensa persbericht persberichten pressmeddelande ' +
    'pressmeddelanden pressemelding pressemeddelelse pressemeddelelser lehdistotiedote lehdistotiedotteet tiskovazprava tiskovezpravy ' +
    'prnewswire businesswire globenewswire прессрелиз прессрелизы basinbulteni プレスリリース 보도자료',
  sponsored:
    'sponsored sponsoredcontent sponsoredpost sponsoredposts sponsoredarticle advertisement advertorial advertorials paidcontent paidpost ' +
    'paidposts partnercontent partneredcontent brandedcontent brandcontent brandvoice brandstory brandstories brandstudio promoted ' +
    'promotedcontent anzeige anzeigen werbung publireportage publireportages publireportaje publireportajes publicite contenusponsorise ' +
    'contenidopatrocinado contenidodemarca contenutosponsorizzato informazionepubblicitaria conteudopatrocinado conteudodemarca annonsorinnehall ' +
    'annons annonsorinnhold annonceindhold kaupallinenyhteistyo materialsponsorowany artykulsponsorowany reklama advertentie ' +
    'партнерскийматериал реклама 広告 タイアップ 광고',
};

let genres: ReadonlyMap<string, Genre> | undefined;
/** Made at its first use. */
const genresOfWords = (): ReadonlyMap<string, Genre> =>
  (genres ??= new Map(
    Object.entries(WORDS).flatMap(([genre, words]) =>
      words.split(' ').map((word) => [keyOf(word), genre as Genre] as const),
    ),
  ));

/** In one spelling, without accents, blanks and hyphens: `Points de vue` → `pointsdevue`. */
const keyOf = (written: string): string =>
  foldedText(written)
    .normalize('NFD')
    .replace(/[\p{M}\s_'./-]+/gu, '')
    .replace(/[ıłøđ]/g, (letter) => PLAIN[letter] ?? letter);
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd' };

/** Max length of a word that is looked at, in characters. */
const MAX_LENGTH = 60;

/** The kind that a section, a category or a part of an address names; undefined for any other. */
export const genreOfWord = (written: string): Genre | undefined =>
  written.length > MAX_LENGTH ? undefined : genresOfWords().get(keyOf(written));

/** The first kind that some sections or categories name. A section may stand in others: `News/Opinion`. */
export const genreOfWords = (sections: readonly string[]): Genre | undefined =>
  sections
    .flatMap((section) => [section, ...section.slice(0, MAX_PATH_LENGTH).split(/[/>|»,]/)])
    .map(genreOfWord)
    .find((genre) => genre !== undefined);
const MAX_PATH_LENGTH = 300;

/** The kind that a folder of an address names. The last part of the path is the article's own name. */
export function genreInAddress(url: string): Genre | undefined {
  const folders = (parseUrl(url)?.pathname ?? '').split('/', MAX_FOLDERS).slice(1, -1);
  return folders.map((folder) => genreOfFolder(decoded(folder))).find((genre) => genre !== undefined);
}

/** A folder `live` holds reports that go on; a section of that name is about concerts. */
const genreOfFolder = (folder: string): Genre | undefined => (folder === 'live' ? 'live' : genreOfWord(folder));

/** Max folders that are looked at; sections stand before the day and the number. */
const MAX_FOLDERS = 8;

function decoded(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
