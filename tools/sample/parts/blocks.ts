import type { Block } from './article.ts';
import { Markup, markup } from './markup.ts';

/** Renders one block of a text in elements that are well-formed XML too, so that pages and feeds can share them. */
export function renderBlock(block: Block): Markup {
  if (typeof block === 'string' || block instanceof Markup) return markup`<p>${block}</p>\n`;
  if ('heading' in block) return markup`<h2>${block.heading}</h2>\n`;
  if ('list' in block) return markup`<ul>${block.list.map((item) => markup`<li>${item}</li>`)}</ul>\n`;
  return markup`<blockquote><p>${block.quote}</p><p>– ${block.speaker}</p></blockquote>\n`;
}
