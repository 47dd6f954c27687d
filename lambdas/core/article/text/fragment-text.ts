/** HTML as feeds and JSON-LD carry it, without a page around it. */

import { parseFragment } from '../page/page-document.ts';
import { escapeHtml } from './article-html.ts';
import { type MainText, mainText } from './main-text.ts';
import { textBlocks } from './text-blocks.ts';

/** All of its text, a line a block; empty where the HTML breaks the parser. @param baseUrl for relative links */
export function fragmentText(html: string, baseUrl: string): MainText {
  try {
    return mainText(textBlocks(parseFragment(html)), baseUrl);
  } catch {
    return { text: '', html: '' };
  }
}

/** The same for plain text, a paragraph a line. */
export const plainMainText = (text: string): MainText => ({
  text,
  html: text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join(''),
});
