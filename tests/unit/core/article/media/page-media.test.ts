/** The media of pages as publishers build them: what a page declares, and what it shows in its article. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../../lambdas/core/article/read-page.ts';
import { ld, meta } from '../../../../fakes/page-heads.ts';
import { inArticle } from '../../../../fakes/story-page.ts';

const URL = 'https://harbour.example/news/1';
const at = (path: string): string => `https://harbour.example/${path}`;
const news = (fields: object): string => ld({ '@type': 'NewsArticle', headline: 'The ferry is back', ...fields });
const read = (head: string, between = '') =>
  readPage(
    Buffer.from(`<!doctype html><html><head>${head}</head><body>${inArticle(between)}</body></html>`),
    'text/html',
    URL,
  );
const mediaOf = (head: string, between?: string) => read(head, between).metadata.media;
const figure = (name: string, caption = ''): string => `<figure><img src="/i/${name}.jpg">${caption}</figure>`;
const image = (name: string, more: object = {}) => ({ url: at(`i/${name}.jpg`), kind: 'image', ...more });

describe('the media that a page declares', () => {
  it.each<[string, string, unknown]>([
    [
      'are the film in the article’s JSON-LD',
      news({
        video: {
          '@type': 'VideoObject',
          name: 'At the quay',
          contentUrl: '/v/1.mp4',
          embedUrl: '/player/1',
          encodingFormat: 'video/mp4',
          contentSize: '9000000',
          duration: 'PT1M30S',
          creditText: 'Ada Quay',
        },
      }),
      [
        {
          url: at('v/1.mp4'),
          kind: 'video',
          type: 'video/mp4',
          bytes: 9_000_000,
          durationSeconds: 90,
          title: 'At the quay',
          credit: 'Ada Quay',
        },
      ],
    ],
    [
      'are the player of a film without a file',
      news({ video: { '@type': 'VideoObject', embedUrl: 'https://play.example/1' } }),
      [{ url: 'https://play.example/1', kind: 'video', type: 'text/html' }],
    ],
    [
      'are the sound in the article’s JSON-LD',
      news({ audio: { '@type': 'AudioObject', contentUrl: '/a/1.mp3', duration: 'PT12M34S' } }),
      [{ url: at('a/1.mp3'), kind: 'audio', durationSeconds: 754 }],
    ],
    ['are a sound that is only an address', news({ audio: '/a/1.mp3' }), [{ url: at('a/1.mp3'), kind: 'audio' }]],
    [
      'are the associated media of an episode',
      ld({
        '@type': 'PodcastEpisode',
        name: 'Tides',
        associatedMedia: { '@type': 'MediaObject', contentUrl: '/a/1.mp3' },
      }),
      [{ url: at('a/1.mp3'), kind: 'audio' }],
    ],
    [
      'are the pictures among the associated media',
      news({
        associatedMedia: [1, 2].map((n) => ({ '@type': 'ImageObject', url: `/i/quay-${n}.jpg`, caption: `Quay ${n}` })),
      }),
      [image('quay-1', { title: 'Quay 1' }), image('quay-2', { title: 'Quay 2' })],
    ],
    [
      'are a film beside the article in a graph, named by its id',
      ld({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'The ferry is back', video: { '@id': '#v' } },
          { '@id': '#v', '@type': 'VideoObject', contentUrl: '/v/1.mp4' },
        ],
      }),
      [{ url: at('v/1.mp4'), kind: 'video' }],
    ],
    [
      'are the documents of a report',
      news({ encoding: { '@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl: '/d/report' } }),
      [{ url: at('d/report'), kind: 'document', type: 'application/pdf' }],
    ],
    [
      'are no film of another article',
      ld({
        '@type': 'NewsArticle',
        url: '/news/2-the-mill',
        headline: 'The mill closes',
        video: { contentUrl: '/v/2.mp4' },
      }),
      undefined,
    ],
    [
      'are no film without an address of the web',
      news({ video: { '@type': 'VideoObject', contentUrl: 'javascript:play()' } }),
      undefined,
    ],
    [
      'are the film of the Open Graph tags, with its duration',
      meta('og:video', 'http://harbour.example/v/1') +
        meta('og:video:secure_url', at('v/1')) +
        meta('og:video:type', 'text/html') +
        meta('video:duration', '90'),
      [{ url: at('v/1'), kind: 'video', type: 'text/html', durationSeconds: 90 }],
    ],
    [
      'are no film for Flash',
      meta('og:video', at('v/1.swf')) + meta('og:video:type', 'application/x-shockwave-flash'),
      undefined,
    ],
    ['are the sound of the Open Graph tags', meta('og:audio', '/a/1.mp3'), [{ url: at('a/1.mp3'), kind: 'audio' }]],
    [
      'are one film if JSON-LD and the tags name two forms of it',
      news({ video: { '@type': 'VideoObject', contentUrl: '/v/1.mp4' } }) + meta('og:video', at('player/1')),
      [{ url: at('v/1.mp4'), kind: 'video' }],
    ],
  ])('%s', (_, head, expected) => {
    expect(mediaOf(head)).toEqual(expected);
  });
});

describe('the media that a page shows', () => {
  it.each<[string, string, unknown]>([
    [
      'are the pictures in the figures of the article, with caption and credit',
      figure('quay', '<figcaption>The quay at dawn. <span class="photo-credit">Ada Quay</span></figcaption>'),
      [image('quay', { title: 'The quay at dawn.', credit: 'Ada Quay' })],
    ],
    [
      'have the picture’s own words as title if there is no caption',
      '<figure><img src="/i/quay.jpg" alt="The quay"></figure>',
      [image('quay', { title: 'The quay' })],
    ],
    ['are a gallery', [1, 2, 3].map((n) => figure(`quay-${n}`)).join(''), [1, 2, 3].map((n) => image(`quay-${n}`))],
    [
      'are pictures that a script loads',
      '<figure><img src="data:image/gif;base64,AA" data-src="/i/quay.jpg"></figure>',
      [image('quay')],
    ],
    [
      'are a picture that links to itself, enlarged',
      '<figure><a href="/i/quay-large.jpg"><img src="/i/quay.jpg"></a></figure>',
      [image('quay')],
    ],
    ['are no pictures of other articles', '<figure><a href="/news/2"><img src="/i/mill.jpg"></a></figure>', undefined],
    [
      'are no pictures in a box of related articles',
      `<aside>${figure('mill')}</aside><div class="related-articles">${figure('pier')}</div>`,
      undefined,
    ],
    ['are no portraits of writers', '<figure><img src="/img/author/ada.jpg"></figure>', undefined],
    ['are no icons', '<figure><img src="/i/x.png" width="32" height="32"></figure><img src="/i/y.jpg">', undefined],
    [
      'are a film',
      '<video src="/v/1.mp4" title="At the quay"></video>',
      [{ url: at('v/1.mp4'), kind: 'video', title: 'At the quay' }],
    ],
    [
      'are one film of several sources, a file before a stream',
      '<video><source src="/v/1.m3u8" type="application/x-mpegURL"><source src="/v/1.mp4" type="video/mp4; codecs=avc1"></video>',
      [{ url: at('v/1.mp4'), kind: 'video', type: 'video/mp4' }],
    ],
    ['are a stream if there is no file', '<video src="/v/1.m3u8"></video>', [{ url: at('v/1.m3u8'), kind: 'video' }]],
    [
      'are a sound',
      '<figure><audio controls src="/a/1.mp3"></audio><figcaption>Listen</figcaption></figure>',
      [{ url: at('a/1.mp3'), kind: 'audio', title: 'Listen' }],
    ],
    ['are no film that only decorates the page', '<video autoplay loop muted src="/v/waves.mp4"></video>', undefined],
    ['are no film without an address of the web', '<video src="blob:https://harbour.example/1"></video>', undefined],
  ])('%s', (_, between, expected) => {
    expect(mediaOf('', between)).toEqual(expected);
  });

  it('are none outside of the article', () => {
    const page = `<body><header>${figure('mast')}</header>${inArticle('')}<footer>${figure('map')}</footer></body>`;
    expect(readPage(Buffer.from(page), 'text/html', URL).metadata.media).toBeUndefined();
  });
});

describe('the media that a page both declares and shows', () => {
  const declared = news({ video: { '@type': 'VideoObject', contentUrl: '/v/1.mp4', name: 'At the quay' } });

  it('are the declared ones if they are as many', () => {
    expect(mediaOf(declared, '<video src="/v/1.m3u8"></video>')).toEqual([
      { url: at('v/1.mp4'), kind: 'video', title: 'At the quay' },
    ]);
  });

  it('are the shown ones of a kind if they are more', () => {
    const shown = '<video src="/v/1.m3u8"></video><video src="/v/2.m3u8"></video>';
    expect(mediaOf(declared, shown + figure('quay'))?.map(({ url }) => url)).toEqual(
      ['v/1.m3u8', 'v/2.m3u8', 'i/quay.jpg'].map(at),
    );
  });

  it('are told to a listener with the sources of each', () => {
    const choices: { readonly field: string }[] = [];
    const notes = { choice: (choice: { readonly field: string }) => void choices.push(choice), leftOut: () => {} };
    readPage(Buffer.from(declared + inArticle(figure('quay'))), 'text/html', URL, undefined, notes);
    expect(choices.find(({ field }) => field === 'media')).toMatchObject({
      candidates: [{ source: 'json-ld' }, { source: 'page', value: [image('quay')] }],
      chosen: [{ kind: 'video' }, { kind: 'image' }],
      why: 'of each kind, the source that has most',
    });
  });
});

describe('the media of a hostile page', () => {
  const count = (head: string, between = '') => mediaOf(head, between)?.length;
  const many = <T>(length: number, each: (n: number) => T): T[] => Array.from({ length }, (_, n) => each(n));

  it.each<[string, string, string]>([
    ['of a hundred thousand addresses in JSON-LD', news({ audio: many(100_000, (n) => `${n}.mp3`) }), ''],
    [
      'of a thousand nodes of a hundred addresses',
      ld(many(1_000, () => ({ '@type': 'NewsArticle', video: many(100, (n) => `${n}`) }))),
      '',
    ],
    ['of a thousand films in the Open Graph tags', many(1_000, (n) => meta('og:video', `/${n}.mp4`)).join(''), ''],
    ['of ten thousand pictures', '', many(10_000, (n) => figure(`quay-at-dawn-${n}`)).join('')],
    ['of figures in figures', '', '<figure>'.repeat(200) + figure('quay') + '</figure>'.repeat(200)],
    ['of a caption of a megabyte', '', figure('quay', `<figcaption>${'a '.repeat(500_000)}</figcaption>`)],
    [
      'of a film of ten thousand sources',
      '',
      `<video>${many(10_000, (n) => `<source src="/${n}.mp4">`).join('')}</video>`,
    ],
  ])('%s are a few hundred at most', (_, head, between) => {
    expect(count(head, between) ?? 0).toBeLessThanOrEqual(300);
  });

  it('have no address of a script or a file of the reader’s machine', () => {
    const addresses = ['javascript:alert(1)', 'file:///etc/hosts', 'data:audio/mpeg;base64,AA', 'https://[', '//'];
    expect(count(news({ audio: addresses, video: addresses.map((contentUrl) => ({ contentUrl })) }))).toBeUndefined();
  });
});
