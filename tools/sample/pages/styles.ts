import type { PublicationId } from '../parts/article.ts';

const column = 'max-width: 42rem; margin: 0 auto; padding: 1rem; line-height: 1.5;';

/** A style sheet for each publication, so that they look different in a browser. */
export const styles: Record<PublicationId, string> = {
  courier: `body { ${column} font-family: Georgia, serif; }
.masthead { border-bottom: 3px double; text-align: center; font-size: 1.6rem; }
.sections ul, .share { display: flex; gap: 1rem; list-style: none; padding: 0; font-size: 0.85rem; }
.kicker { text-transform: uppercase; letter-spacing: 0.1em; color: #8a1c1c; }
.newsletter-signup, .donation-box, .ad-slot, .read-more { background: #f3efe4; padding: 1rem; margin: 1rem 0; }
.cookie-banner { position: sticky; bottom: 0; background: #222; color: #fff; padding: 0.5rem; }
figure { margin: 0; } img { max-width: 100%; height: auto; }
`,
  orrery: `body { ${column} font-family: system-ui, sans-serif; background: #fbfbf8; color: #1d2b3a; }
.logo { font-weight: 700; letter-spacing: 0.2em; text-transform: uppercase; }
.post-meta, .sidebar, #bottom { color: #5b6b7b; font-size: 0.85rem; }
img { max-width: 100%; height: auto; }
`,
  shores: `body { ${column} font-family: 'Palatino Linotype', Palatino, serif; background: #eef5f6; }
article { background: #fff; padding: 1rem 2rem; }
.rubric { color: #0b6b73; } address { font-style: italic; } figure { margin: 1rem 0; }
img { max-width: 100%; height: auto; }
`,
};
