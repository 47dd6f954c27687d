import type { Article } from '../parts/article.ts';
import { renderBlock } from '../parts/blocks.ts';
import { markup, scriptJson } from '../parts/markup.ts';
import { sectionAnchor } from './anchors.ts';
import { readableDate } from './dates.ts';
import type { Page, PageTemplate } from './page.ts';

interface Words {
  readonly by: string;
  readonly and: string;
  readonly updated: string;
  readonly share: string;
  readonly related: string;
  readonly locale: string;
}

const words: Record<Article['language'], Words> = {
  de: { by: 'Von', and: 'und', updated: 'Aktualisiert', share: 'Teilen', related: 'Mehr vom See', locale: 'de_DE' },
  fr: { by: 'Par', and: 'et', updated: 'Mis à jour', share: 'Partager', related: 'Autour du lac', locale: 'fr_FR' },
  es: { by: 'Por', and: 'y', updated: 'Actualizado', share: 'Compartir', related: 'Más del lago', locale: 'es_ES' },
  en: { by: 'By', and: 'and', updated: 'Updated', share: 'Share', related: 'More from the lake', locale: 'en_GB' },
};

/** A paper in four languages, with one language per page, JSON-LD as one graph, and hardly any OpenGraph. */
export const shoresPage: PageTemplate = (page) => {
  const { article, publication, related } = page;
  const say = words[article.language];
  return markup`<!doctype html>
<html lang="${article.language}">
<head>
<meta charset="utf-8"><title>${article.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${article.standfirst}">
<meta property="og:locale" content="${say.locale}">
${article.imageUrl && markup`<meta name="twitter:image" content="${article.imageUrl}">\n`}<link rel="canonical" href="${article.url}">
<link rel="stylesheet" href="/shores/style.css">
<script type="application/ld+json">${scriptJson(linkedData(page))}</script>
</head>
<body>
<header><a href="/shores/">${publication.name}</a><nav>${publication.sections.map((name) => markup`<a href="/shores/#${sectionAnchor(name)}">${name}</a> `)}</nav></header>
<main><article lang="${article.language}">
<header><span class="rubric">${article.section}</span><h1>${article.title}</h1><p class="lead">${article.standfirst}</p>
<address>${say.by} ${article.authors.join(` ${say.and} `)}</address>
<time datetime="${article.published.toISOString()}">${readableDate(article.published, article.language)}</time>
${article.modified > article.published ? markup`<span class="updated">${say.updated}: <time datetime="${article.modified.toISOString()}">${readableDate(article.modified, article.language)}</time></span>\n` : undefined}<div class="sharing"><a href="https://share.example/?u=${encodeURIComponent(article.url)}">${say.share}</a></div></header>
${article.picture && markup`<figure><img src="${article.imageUrl}" alt="${article.picture.alt}"><figcaption>${article.picture.caption} (${article.picture.credit})</figcaption></figure>\n`}${article.body.map(renderBlock)}</article>
<aside><h2>${say.related}</h2><ol>${related.map(({ url, title, language }) => markup`<li><a href="${url}" hreflang="${language}">${title}</a></li>`)}</ol></aside></main>
<footer><a href="/shores/#impressum">Impressum · Mentions légales · Aviso legal · Imprint</a></footer>
</body>
</html>
`;
};

/**
 * Returns the JSON-LD of a page as many plug-ins write it: article, publisher and breadcrumbs as nodes of one graph.
 */
function linkedData({ article, publication, origin }: Page): object {
  const publisher = `${origin}/shores/#organization`;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': publisher, name: publication.name, url: `${origin}/shores/` },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [{ '@type': 'ListItem', position: 1, name: article.section, item: `${origin}/shores/` }],
      },
      {
        '@type': ['Article', 'NewsArticle'],
        '@id': `${article.url}#article`,
        url: article.url,
        headline: article.title,
        inLanguage: article.language,
        articleSection: article.section,
        keywords: article.tags.join(','),
        datePublished: article.published.toISOString(),
        dateModified: article.modified.toISOString(),
        author: article.authors.map((name) => ({ '@type': 'Person', name })),
        publisher: { '@id': publisher },
        ...(article.imageUrl && { image: article.imageUrl }),
      },
    ],
  };
}
