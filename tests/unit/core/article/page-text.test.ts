import { describe, expect, it } from 'vitest';
import { pageText } from '../../../../lambdas/core/article/text-source.ts';
import { longText } from '../../../fakes/messages.ts';

const STORY = longText('the ferry');

describe('the text of a page', () => {
  const body = 'x'.repeat(250);
  it.each<[string, string, string | undefined, 'page' | 'json-ld' | undefined]>([
    ['an articleBody of 250 characters counts', body, undefined, 'json-ld'],
    ['a shorter articleBody is a summary', body.slice(1), undefined, undefined],
    ['a shown text of half the length wins', body, 'x'.repeat(125), 'page'],
    ['a shown text of less than half the length yields', body, 'x'.repeat(124), 'json-ld'],
  ])('%s', (_, articleBody, text, textSource) => {
    const shown = text === undefined ? {} : { shown: { text, html: '' } };
    expect(pageText({ metadata: {}, articleBody, ...shown })?.textSource).toBe(textSource);
  });

  it.each([
    ['an articleBody in HTML is read', '<p>One &amp; two</p><p>STORY</p>'],
    ['an articleBody in escaped HTML is read', '&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;STORY&lt;/p&gt;'],
    ['an articleBody in escaped capitals is read', '&LT;P&GT;One &amp;amp; two&LT;/P&GT;&LT;P&GT;STORY&LT;/P&GT;'],
    ['an articleBody in plain text is read', 'One & two\nSTORY'],
  ])('%s', (_, body) => {
    const found = pageText({ metadata: {}, articleBody: body.replace('STORY', STORY) });
    expect(found).toMatchObject({ text: `One & two\n${STORY}`, html: `<p>One &amp; two</p><p>${STORY}</p>` });
  });

  it.each([
    ['a comparison in plain text is no HTML', `1 < 2 ${STORY}`],
    ['a closing sign without a tag is no HTML', `a <b ${STORY}`],
  ])('%s', (_, articleBody) => {
    expect(pageText({ metadata: {}, articleBody })?.text).toBe(articleBody);
  });

  it('links in an articleBody start from the article’s address', () => {
    const found = pageText({
      metadata: { url: 'https://harbour.example/n/1' },
      articleBody: `<a href="2">x</a> ${STORY}`,
    });
    expect(found?.html).toContain('href="https://harbour.example/n/2"');
  });
});
