/** Pages of about 100 kB: scripts, a menu, twenty paragraphs with a share bar and a newsletter box, forty teasers. */
export const madePages = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, page) => {
    const sentence = `The harbour office of island ${page} says, as it did before, that the ferry sails when the wind allows it. `;
    const teaser = (n: number) =>
      `<li class="teaser"><a href="/${n}"><img src="/${n}.jpg"><h3>Headline ${n} of the day</h3><p>${sentence}</p></a></li>`;
    const body = Array.from({ length: 20 }, (_, n) => `<p class="text">${sentence.repeat(2 + (n % 3))}</p>`);
    return Buffer.from(`<!doctype html><html lang="en"><head><title>Ferry ${page}</title>
      <script>${'window.tracker=window.tracker||[];'.repeat(800)}</script></head><body>
      <nav><ul>${'<li><a href="/s">Section</a></li>'.repeat(40)}</ul></nav><main><article><h1>Ferry ${page}</h1>
      <div class="share-bar">${'<a href="/share">Share</a>'.repeat(6)}</div>${body.join('')}
      <aside class="newsletter"><p>${sentence}</p></aside></article>
      <ul>${Array.from({ length: 40 }, (_, n) => teaser(n)).join('')}</ul></main><footer>© Harbour Post</footer></body></html>`);
  });
