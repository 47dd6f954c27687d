import type { PrintedArticle } from '../parts/article.ts';
import { type Markup, markup } from '../parts/markup.ts';
import type { Publication } from '../parts/publications.ts';
import { sectionAnchor } from './anchors.ts';
import { readableDate } from './dates.ts';

/** A publication's front page: its feeds, and its articles by section. */
export function frontPage(
  publication: Publication,
  articles: readonly PrintedArticle[],
  feeds: readonly { readonly path: string; readonly title: string; readonly contentType: string }[],
): Markup {
  return markup`<!doctype html>
<html lang="${publication.language}">
<head>
<meta charset="utf-8">
<title>${publication.name}</title>
${feeds.map(({ path, title, contentType }) => markup`<link rel="alternate" type="${contentType.split(';')[0]}" title="${title}" href="${path}">\n`)}<link rel="stylesheet" href="/${publication.id}/style.css">
</head>
<body>
<h1>${publication.name}</h1>
<p>${publication.motto}</p>
${publication.sections.map((section) => renderSection(section, articles))}
<p>${feeds.map(({ path, title }) => markup`<a href="${path}">${title}</a> `)}</p>
</body>
</html>
`;
}

function renderSection(section: string, articles: readonly PrintedArticle[]): Markup {
  const inSection = articles.filter((article) => article.section === section && !article.takenDown);
  return markup`<section id="${sectionAnchor(section)}"><h2>${section}</h2>
${inSection.map(({ url, title, standfirst, published, language }) => markup`<h3 lang="${language}"><a href="${url}">${title}</a></h3>\n<p lang="${language}">${standfirst} <small>${readableDate(published, language)}</small></p>\n`)}</section>
`;
}
