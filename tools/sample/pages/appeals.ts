import { type Markup, markup } from '../parts/markup.ts';

/**
 * The newspaper's appeals, in the order in which they interrupt an article. Some are in boxes whose class names say so.
 * Others look like a paragraph of the article.
 */
export const appeals: readonly Markup[] = [
  markup`<div class="newsletter-signup" data-component="newsletter">
  <h3>Get the Morning Tide</h3>
  <p>Six stories before breakfast, every weekday, free in your inbox. Join 8,400 neighbours.</p>
  <form action="/courier/" method="get"><label for="nl-email">Your e-mail address</label>
  <input id="nl-email" type="email" name="email" placeholder="you@town.example"/><button>Sign me up</button></form>
  <p class="small-print">By signing up you agree to our terms. You can unsubscribe at any time.</p>
</div>
`,
  markup`<p class="story__text"><strong>Before you read on:</strong> local reporting costs money, and advertising no longer pays for it. <a href="/courier/#support">Become a Friend of the Courier</a> from 3 crowns a month.</p>
`,
  markup`<aside class="ad-slot" aria-label="Advertisement"><p>Advertisement</p><p>Wet cellar? Dry humour. Ottoline &amp; Daughters, pumps since the flood.</p></aside>
`,
  markup`<aside class="read-more"><h3>Read more from the Courier</h3>
  <ul><li><a href="/courier/night-bus-vote">Night bus survives by a single vote</a></li>
  <li><a href="/courier/skerry-point-lamp">Skerry Point lamp turns again after eleven dark winters</a></li></ul></aside>
`,
  markup`<p class="story__text"><em>Sign up for our Friday letter, Over the Garden Wall, for more stories like this one. <a href="/courier/#letters">Subscribe here</a>.</em></p>
`,
  markup`<section class="donation-box"><h3>You have read 4 of your 5 free stories this month</h3>
  <p>If everyone who reads the Courier gave the price of a bun, our reporters would never have to ask again.</p>
  <p><button>3 crowns</button> <button>10 crowns</button> <button>Another amount</button></p>
  <p class="small-print">Your gift is handled securely. Already a Friend? <a href="/courier/#sign-in">Sign in</a>.</p></section>
`,
];

/** Puts an appeal after each of the first paragraphs, until there are no more appeals. */
export function interrupt(blocks: readonly Markup[]): readonly Markup[] {
  return blocks.map((block, index) => markup`${block}${appeals[index]}`);
}
