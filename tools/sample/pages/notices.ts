import { type Markup, markup } from '../parts/markup.ts';
import type { Publication } from '../parts/publications.ts';

/** The site's start page, with links to the publications. */
export function kioskPage(publications: readonly Publication[]): Markup {
  return notice(
    'Sample publisher',
    markup`<p>Fictional news for trying things out. Nothing here happened.</p>
<ul>${publications.map(({ id, name, motto }) => markup`<li><a href="/${id}/">${name}</a>: ${motto}</li>`)}</ul>`,
  );
}

export function notFoundPage(): Markup {
  return notice('Page not found', markup`<p>What you are looking for has gone out with the tide.</p>`);
}

export function goneFeedPage(): Markup {
  return notice('Gone', markup`<p>The traffic feed has been discontinued, along with most of the traffic.</p>`);
}

export function movedPage(to: string): Markup {
  return notice('Moved', markup`<p>This feed has moved <a href="${to}">here</a>.</p>`);
}

/** An error page as real servers send it: its tags don't match, so no parser accepts it as XML. */
export function databaseErrorPage(): Markup {
  return markup`<html>
<head><title>Orrery Notes: something came loose</title>
<body bgcolor=white>
<h1>We'll be right back</h1>
<p>The events calendar could not reach its database.<br>
<hr>
<p>calendar: too many connections & no patience
</body>
`;
}

function notice(title: string, content: Markup): Markup {
  return markup`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
${content}
</body>
</html>
`;
}
