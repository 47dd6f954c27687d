import { renderBlock } from '../parts/blocks.ts';
import { type Markup, markup } from '../parts/markup.ts';
import { sectionAnchor } from './anchors.ts';
import { readableDate } from './dates.ts';
import type { PageTemplate } from './page.ts';

/** A small magazine with plain pages: no JSON-LD, all metadata in meta elements. */
export const orreryPage: PageTemplate = ({ article, publication, related, origin }) => markup`<!DOCTYPE html>
<html lang="${article.language}" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8">
<title>${article.title} – ${publication.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${article.authors.join(', ')}">
<meta property="og:type" content="article">
<meta property="og:title" content="${article.title}">
<meta property="og:description" content="${article.standfirst}">
<meta property="og:site_name" content="${publication.name}">
<meta property="og:locale" content="en_GB">
<meta property="og:url" content="${article.url}">
${article.picture && markup`<meta property="og:image" content="${article.imageUrl}">\n<meta property="og:image:alt" content="${article.picture.alt}">\n`}<meta property="article:published_time" content="${article.published.toISOString()}">
<meta property="article:modified_time" content="${article.modified.toISOString()}">
<meta property="article:section" content="${article.section}">
${article.tags.map((tag) => markup`<meta property="article:tag" content="${tag}">\n`)}<link rel="canonical" href="${article.url}">
<link rel="alternate" type="application/atom+xml" title="${publication.name}" href="${origin}/orrery/atom.xml">
<link rel="stylesheet" href="/orrery/style.css">
</head>
<body>
<div id="top"><a class="logo" href="/orrery/">${publication.name}</a>
<div class="menu">${publication.sections.map((name) => markup`<a href="/orrery/#${sectionAnchor(name)}">${name}</a> `)}</div></div>
<div id="content">
<div class="post">
<h1 class="post-title">${article.title}</h1>
<div class="post-meta">${article.authors.join(' & ')} <span>${readableDate(article.published, 'en')}</span> <a href="/orrery/#${sectionAnchor(article.section)}">${article.section}</a></div>
${article.picture && leadPicture(article.slug, article.picture.alt, article.picture.caption)}<div class="post-content">
<p class="lede">${article.standfirst}</p>
${article.body.map(renderBlock)}</div>
<div class="post-tags">Filed under: ${article.tags.map((tag) => markup`<span>${tag}</span> `)}</div>
</div>
<div class="sidebar"><h4>Also ticking</h4>${related.map(({ url, title }) => markup`<div class="teaser"><a href="${url}">${title}</a></div>\n`)}
<h4>About</h4><p>Orrery Notes is written in the evenings by people who should be asleep.</p></div>
</div>
<div id="bottom">Errors are ours; corrections are welcome. Set in a typeface that we drew ourselves, which is why the g looks like that.</div>
</body>
</html>
`;

/** The picture, with an address relative to the page. */
function leadPicture(slug: string, alt: string, caption: string): Markup {
  return markup`<div class="post-image"><img src="images/${slug}.svg" alt="${alt}"><small>${caption}</small></div>\n`;
}
