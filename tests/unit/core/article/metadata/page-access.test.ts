import { describe, expect, it } from 'vitest';
import { accessOf, declaredAccess, tierAccess } from '../../../../../lambdas/core/article/metadata/page-access.ts';
import type { Access } from '../../../../../lambdas/core/article/record/article.ts';

it.each<[string, string | undefined, Access | undefined]>([
  ['a free tier is free', 'free', 'free'],
  ['an open tier is free', 'open', 'free'],
  ['a metered tier is metered', ' Metered ', 'metered'],
  ['a metering tier is metered', 'metering', 'metered'],
  ['a registered tier is metered', 'registered', 'metered'],
  ['a locked tier is paywalled', 'locked', 'paywalled'],
  ['a paid tier is paywalled', 'paid', 'paywalled'],
  ['a premium tier is paywalled', 'premium', 'paywalled'],
  ['a subscription tier is paywalled', 'subscription', 'paywalled'],
  ['a subscriber tier is paywalled', 'subscriber', 'paywalled'],
  ['an unknown tier says nothing', 'gold', undefined],
  ['a missing tier says nothing', undefined, undefined],
])('%s', (_, tier, expected) => {
  expect(tierAccess(tier)).toBe(expected);
});

describe('isAccessibleForFree', () => {
  it.each<[string, unknown, Access | undefined]>([
    ['a boolean true is free', true, 'free'],
    ['a boolean false is paywalled', false, 'paywalled'],
    ['the text “True” is free', 'True', 'free'],
    ['the text “yes” is free', 'yes', 'free'],
    ['the text “no” is paywalled', ' no ', 'paywalled'],
    ['schema.org’s True is free', 'https://schema.org/True', 'free'],
    ['schema.org’s False is paywalled', 'http://schema.org/False', 'paywalled'],
    ['a list is read by its first value', ['False', 'True'], 'paywalled'],
    ['another word says nothing', 'untrue', undefined],
    ['a longer word says nothing', 'noon', undefined],
    ['a missing value says nothing', undefined, undefined],
  ])('%s', (_, isAccessibleForFree, expected) => {
    expect(declaredAccess({ isAccessibleForFree })).toBe(expected);
  });

  it.each<[string, unknown, Access | undefined]>([
    ['a paywalled part makes the article paywalled', { isAccessibleForFree: false }, 'paywalled'],
    ['any paywalled part makes the article paywalled', [{}, { isAccessibleForFree: 'False' }], 'paywalled'],
    ['free parts leave the article free', [{ isAccessibleForFree: true }], 'free'],
    ['a part that is no node says nothing', 'False', 'free'],
  ])('%s', (_, hasPart, expected) => {
    expect(declaredAccess({ isAccessibleForFree: true, hasPart })).toBe(expected);
  });
});

it.each<[string, string | undefined, Access | undefined]>([
  ['a 401 is paywalled', 'http-401', 'paywalled'],
  ['a 402 is paywalled', 'http-402', 'paywalled'],
  ['a 403 says nothing', 'http-403', undefined],
  ['a page that was read says nothing', undefined, undefined],
])('%s', (_, pageFailure, expected) => {
  expect(accessOf(pageFailure)).toBe(expected);
});
