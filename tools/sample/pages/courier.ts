import type { PrintedArticle } from '../parts/article.ts';
import { renderBlock } from '../parts/blocks.ts';
import { type Markup, markup, scriptJson } from '../parts/markup.ts';
import { pictureSize } from '../parts/picture.ts';
import { sectionAnchor } from './anchors.ts';
import { interrupt } from './appeals.ts';
import { readableDate } from './dates.ts';
import type { Page, PageTemplate } from './page.ts';

/** A town paper on an old content management system: JSON-LD, OpenGraph and much boilerplate. */
export const courierPage: PageTemplate = (page) => {
  const { article, publication, related } = page;
  const text = article.body.map(renderBlock);
  return markup`<!doctype html>
<html lang="${article.language}">
<head>
<meta charset="utf-8">
<title>${article.title} | ${publication.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${article.standfirst}">
<link rel="canonical" href="${article.url}">
<link rel="alternate" type="application/rss+xml" title="${publication.name}" href="/courier/feed.xml">
<link rel="stylesheet" href="/courier/style.css">
<meta property="og:type" content="article">
<meta property="og:title" content="${article.title}">
<meta property="og:site_name" content="${publication.name}">
<meta property="og:url" content="${article.url}">
${article.imageUrl && markup`<meta property="og:image" content="${article.imageUrl}">\n`}<script type="application/ld+json">${scriptJson(linkedData(page))}</script>
</head>
<body>
<header class="masthead"><a href="/courier/">${publication.name}</a><p>${publication.motto}</p></header>
<nav class="sections"><ul>${publication.sections.map((name) => markup`<li><a href="/courier/#${sectionAnchor(name)}">${name}</a></li>`)}</ul></nav>
<main>
<article class="story">
<p class="kicker">${article.section}</p>
<h1>${article.title}</h1>
<p class="standfirst">${article.standfirst}</p>
<p class="byline">By ${article.authors.map((author, index) => markup`${index ? ' and ' : ''}<span class="author">${author}</span>`)} · <time datetime="${article.published.toISOString()}">${readableDate(article.published, 'en')}</time></p>
<ul class="share"><li><a href="https://share.example/?u=${encodeURIComponent(article.url)}">Share</a></li><li><a href="mailto:?body=${encodeURIComponent(article.url)}">E-mail this</a></li><li><button>Print</button></li></ul>
${leadPicture(article)}<div class="story__body">
${article.fullOfAppeals ? interrupt(text) : text}</div>
</article>
<section class="related"><h2>More from ${publication.name}</h2><ul>${related.map(({ url, title }) => markup`<li><a href="${url}">${title}</a></li>`)}</ul></section>
</main>
<footer><p>Printed on Ropewalk since the year of the long frost. Letters to the editor are read aloud on Mondays.</p><p>© ${publication.name}</p></footer>
<div class="cookie-banner" role="dialog"><p>We and our 3 partners store crumbs on your device. <button>Accept all</button> <button>Manage crumbs</button></p></div>
</body>
</html>
`;
};

function leadPicture({ imageUrl, picture }: PrintedArticle): Markup | undefined {
  if (!picture) return undefined;
  return markup`<figure class="lead"><img src="${imageUrl}" alt="${picture.alt}" width="${pictureSize.width}" height="${pictureSize.height}"><figcaption>${picture.caption} <span class="credit">Picture: ${picture.credit}</span></figcaption></figure>
`;
}

/** Returns the JSON-LD of a page: one schema.org/NewsArticle. */
function linkedData({ article, publication, origin }: Page): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: article.url,
    headline: article.title,
    description: article.standfirst,
    articleSection: article.section,
    keywords: article.tags,
    inLanguage: article.language,
    datePublished: article.published.toISOString(),
    dateModified: article.modified.toISOString(),
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: publication.name, url: `${origin}/courier/` },
    ...(article.imageUrl && { image: [{ '@type': 'ImageObject', url: article.imageUrl, ...pictureSize }] }),
  };
}
