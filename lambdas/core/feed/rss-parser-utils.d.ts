declare module 'rss-parser/lib/utils.js' {
  /** An element as xml2js gives it: its text, or its attributes and its text. */
  export type Link = string | { readonly $?: { readonly rel?: string; readonly href?: string }; readonly _?: string };
  const utils: {
    getSnippet: (html: string) => string | undefined;
    getLink: (links: readonly Link[], rel: string, fallback: number) => string | undefined;
  };
  export default utils;
}
