/** Finds the largest and the slowest page: what the comments beside the reader's limits cite of real pages. */
import { boundedDocument, decodePage, readableHtml } from '../../lambdas/core/article/page/page-document.ts';
import type { Page } from './read-pages.ts';

export interface Extreme {
  readonly name: string;
  readonly value: number;
}

export function pageExtremes(pages: readonly Page[]): Extreme[] {
  const sizes = pages.map(sizesOf);
  const most = (name: keyof Sizes): Extreme => ({ name, value: Math.max(...sizes.map((each) => each[name])) });
  return [
    most('characters that are parsed'),
    most('nodes'),
    most('levels'),
    most('characters of JSON-LD'),
    most('CPU milliseconds of a reading'),
    { name: 'pages that lost over a third of their text to filters', value: sum(pages, losesMuch) },
    { name: 'pages without a text', value: sum(pages, ({ text }) => text === '') },
  ];
}

type Sizes = Readonly<ReturnType<typeof sizesOf>>;

const losesMuch = ({ reading }: Page): boolean => reading.filteredShare !== undefined;
const sum = (pages: readonly Page[], is: (page: Page) => boolean): number => pages.filter(is).length;

function sizesOf({ bytes, cpuMs }: Page) {
  const raw = decodePage(bytes, undefined);
  const { document } = boundedDocument(raw);
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return {
    'characters that are parsed': readableHtml(raw).html.length,
    ...extent(document.documentElement),
    'characters of JSON-LD': scripts.reduce((length, { textContent }) => length + (textContent ?? '').length, 0),
    'CPU milliseconds of a reading': Math.round(cpuMs),
  };
}

/** The nodes of a tree and its levels below the root. */
function extent(root: Node): { readonly nodes: number; readonly levels: number } {
  let [nodes, levels] = [0, 0];
  const open = [{ node: root, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level } = next;
    nodes++;
    levels = Math.max(levels, level);
    for (const child of node.childNodes) open.push({ node: child, level: level + 1 });
  }
  return { nodes, levels };
}
