import { expect, it } from 'vitest';
import { boilerplateScopes } from '../../../../../lambdas/core/article/text/boilerplate-scopes.ts';
import { blocksOf, sentence, textsOf } from '../../../../fakes/story-page.ts';

/** The texts of a page that lie in boilerplate. */
const inBoilerplate = (body: string): string[] => {
  const blocks = blocksOf(body);
  const scopes = boilerplateScopes(blocks);
  return textsOf(blocks.filter(({ scope }) => scopes.has(scope)));
};
const p = (length: number): string => `<p>${sentence(length)}</p>`;
/** 39 % and 40 %, 89 % and 90 % of a page with this text beside them. */
const [SIXTY, TEN] = [p(600), p(100)];

it.each<[string, string, number]>([
  ['an element without a hint is no boilerplate', `<div>${p(60)}</div>${SIXTY}`, 0],
  [
    'an element with a weak hint is boilerplate below 40 % of the running text',
    `<div class="share">${p(390)}</div>${SIXTY}`,
    1,
  ],
  ['an element with a weak hint is no boilerplate from 40 % on', `<div class="share">${p(400)}</div>${SIXTY}`, 0],
  ['an element with a strong hint is boilerplate below 90 %', `<aside>${p(890)}</aside>${TEN}`, 1],
  ['an element with a strong hint is no boilerplate from 90 % on', `<aside>${p(900)}</aside>${TEN}`, 0],
  ['an element within boilerplate is boilerplate', `<div class="share"><div>${p(100)}</div></div>${SIXTY}`, 1],
  [
    'an element around boilerplate is no boilerplate',
    `<div>${p(80)}<div class="share">${p(100)}</div></div>${SIXTY}`,
    1,
  ],
  [
    'short lines don’t count as running text',
    `<div class="share">${'<p>short</p>'.repeat(100)}${p(390)}</div>${SIXTY}`,
    101,
  ],
  [
    'a teaser with more than 15 % of links is boilerplate',
    `<div class="teaser"><a href="/">${'x'.repeat(16)}</a> ${sentence(83)}</div>${SIXTY}`,
    1,
  ],
  [
    'a teaser with 15 % of links is no boilerplate',
    `<div class="teaser"><a href="/">${'x'.repeat(15)}</a> ${sentence(84)}</div>${SIXTY}`,
    0,
  ],
  [
    'a teaser with links is no boilerplate from 90 % of the running text on',
    `<div class="teaser"><p><a href="/">${'x'.repeat(300)}</a></p>${p(900)}</div>${TEN}`,
    0,
  ],
  ['a caption of 299 characters is boilerplate', `${SIXTY}<div class="photo"><img>${sentence(299)}</div>`, 1],
  [
    'a text of 300 characters below a picture is no boilerplate',
    `${SIXTY}<div class="photo"><img>${sentence(300)}</div>`,
    0,
  ],
  ['a paragraph within the text is no caption', `${SIXTY}<div class="photo"><img>${p(80)}</div>`, 0],
  ['a paragraph beside a picture above the text is a caption', `<div class="photo"><img>${p(80)}</div>${SIXTY}`, 1],
  ['a running text without a picture is no caption', `${SIXTY}<div class="photo">${sentence(80)}</div>`, 0],
  [
    'a running text before its picture is a caption',
    `${SIXTY}<div class="photo"><div>${sentence(80)}</div><figure><img></figure></div>`,
    1,
  ],
  ['a running text right behind a picture is a caption', `${SIXTY}<img><div class="photo">${sentence(80)}</div>`, 1],
  ['a line without a picture is a caption', `${SIXTY}<div class="photo">The ferry</div>`, 1],
  ['hidden text is boilerplate up to twice the shown', `<div hidden>${p(1200)}</div>${SIXTY}`, 1],
  ['hidden text is to be shown above twice the shown', `<div hidden>${p(1201)}</div>${SIXTY}`, 0],
  ['hidden text in hidden text counts once', `<div hidden><div hidden>${p(1200)}</div></div>${SIXTY}`, 1],
  ['a paragraph below a caption’s box is no caption', `${SIXTY}<div class="photo"><img>The ferry</div>${p(80)}`, 1],
  ['a paragraph in a box for pictures far from one is no caption', `<div class="photo">${p(80)}</div>${SIXTY}`, 0],
  [
    'hidden text within hidden text is boilerplate with it',
    `<div hidden>${p(80)}<div hidden>${p(80)}</div></div>${SIXTY}`,
    2,
  ],
  ['a caption of three blocks is boilerplate', `<div class="photo">${'<p>a</p>'.repeat(3)}</div>${SIXTY}`, 3],
  ['four blocks below a picture are no boilerplate', `<div class="photo">${'<p>a</p>'.repeat(4)}</div>${SIXTY}`, 0],
  ['parts behind a paywall are judged together', `${`<div class="paywall">${p(200)}</div>`.repeat(2)}${SIXTY}`, 0],
  [
    'parts behind a paywall are boilerplate if they are small together',
    `${`<div class="paywall">${p(100)}</div>`.repeat(2)}${SIXTY}`,
    2,
  ],
  [
    'parts behind different paywalls are judged apart',
    `<div class="paywall a">${p(200)}</div><div class="paywall b">${p(200)}</div>${SIXTY}`,
    2,
  ],
  ['parts with another weak word are judged apart', `${`<div class="share">${p(200)}</div>`.repeat(2)}${SIXTY}`, 2],
  ['parts for subscribers are judged together', `${`<div class="subscribe">${p(200)}</div>`.repeat(2)}${SIXTY}`, 0],
  ['premium parts are judged together', `${`<div class="premium promo">${p(200)}</div>`.repeat(2)}${SIXTY}`, 0],
  [
    'parts for subscribers in German are judged together without a hyphen too',
    `${`<div class="aboonly promo">${p(200)}</div>`.repeat(2)}${SIXTY}`,
    0,
  ],
  [
    'parts for subscribers in German are judged together',
    `${`<div class="Abo-Only promo">${p(200)}</div>`.repeat(2)}${SIXTY}`,
    0,
  ],
])('%s', (_, body, count) => {
  expect(inBoilerplate(body)).toHaveLength(count);
});
