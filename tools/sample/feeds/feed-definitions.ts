import type { PublicationId } from '../parts/article.ts';
import type { Entry, Feed } from './feed.ts';

/** A feed's articles and form. Articles that aren't in the edition yet are left out. */
export interface Carriage extends Pick<Entry, 'content' | 'guid'> {
  readonly slug: string;
  /** The query string that the feed appends to the article's address, without the question mark. */
  readonly tracking?: string;
}

export interface FeedDefinition extends Pick<Feed, 'title' | 'description' | 'language' | 'encoding'> {
  readonly path: string;
  readonly publication: PublicationId;
  readonly format: 'rss2' | 'rss1' | 'atom';
  readonly contentType: string;
  /** Whether the server sends `ETag` and `Last-Modified`, and so can answer 304. */
  readonly validators: boolean;
  readonly carries: readonly Carriage[];
}

export const feedDefinitions: readonly FeedDefinition[] = [
  {
    path: '/courier/feed.xml',
    publication: 'courier',
    title: 'The Brackwater Courier',
    description: 'News from Brackwater and the Sallow coast',
    language: 'en',
    format: 'rss2',
    encoding: 'utf-8',
    contentType: 'application/rss+xml; charset=utf-8',
    validators: true,
    carries: [
      { slug: 'night-bus-vote', content: 'html' },
      { slug: 'lost-by-a-bow-ball', content: 'html', guid: 'brackwater-courier-40122' },
      { slug: 'skerry-point-lamp', content: 'html' },
      { slug: 'library-of-ladders', content: 'summary', guid: 'brackwater-courier-39987' },
    ],
  },
  {
    path: '/courier/harbour.xml',
    publication: 'courier',
    title: 'Harbour – The Brackwater Courier',
    description: 'Ships, tides and the people who mind them',
    language: 'en',
    format: 'rss2',
    encoding: 'utf-8',
    contentType: 'text/xml; charset=utf-8',
    validators: true,
    carries: [
      { slug: 'high-water-watch', content: 'html', guid: 'harbour-desk-2207' },
      {
        slug: 'skerry-point-lamp',
        content: 'summary',
        guid: 'harbour-desk-2198',
        tracking: 'utm_source=harbour-feed&utm_medium=rss&utm_campaign=tides',
      },
    ],
  },
  {
    path: '/courier/tide-table.xml',
    publication: 'courier',
    title: 'The Tide Table – a podcast of The Brackwater Courier',
    description: 'Twelve minutes by the water',
    language: 'en',
    format: 'rss2',
    encoding: 'utf-8',
    contentType: 'application/rss+xml; charset=utf-8',
    validators: true,
    carries: [{ slug: 'the-tide-table-twelve', content: 'summary', guid: 'tide-table-12' }],
  },
  {
    path: '/orrery/atom.xml',
    publication: 'orrery',
    title: 'Orrery Notes',
    description: 'Small machines, large questions',
    language: 'en',
    format: 'atom',
    encoding: 'utf-8',
    contentType: 'application/atom+xml; charset=utf-8',
    validators: true,
    carries: [
      { slug: 'teaching-an-old-bridge-to-say-where-it-aches', content: 'html', guid: 'tag:orrery.example,2026:n/218' },
      { slug: 'a-clock-that-listens-to-the-tide', content: 'html', guid: 'tag:orrery.example,2026:n/217' },
      { slug: 'why-the-bees-moved-to-the-tram-depot', content: 'xhtml', guid: 'tag:orrery.example,2026:n/214' },
    ],
  },
  {
    path: '/orrery/lab-notes.xml',
    publication: 'orrery',
    title: 'Orrery Notes: from the lab',
    description: 'Unfinished work, honestly described',
    language: 'en',
    format: 'rss2',
    encoding: 'utf-8',
    contentType: 'application/rss+xml; charset=utf-8',
    validators: false,
    carries: [
      { slug: 'a-year-of-wrong-forecasts', content: 'html' },
      { slug: 'forty-thousand-moths', content: 'html' },
    ],
  },
  {
    path: '/shores/index.rdf',
    publication: 'shores',
    title: 'Four Shores',
    description: 'A paper for Lake Orsel, in four languages',
    language: 'en',
    format: 'rss1',
    encoding: 'utf-8',
    contentType: 'application/rdf+xml; charset=utf-8',
    validators: true,
    carries: [
      { slug: 'el-mercado-que-se-suelta-del-muelle', content: 'html' },
      { slug: 'the-ferry-that-says-everything-four-times', content: 'html' },
    ],
  },
  {
    path: '/shores/ufer.xml',
    publication: 'shores',
    title: 'Vier Ufer · Quatre Rives',
    description: 'Das Neueste vom Orselsee – l’actualité du lac',
    language: 'de',
    format: 'rss2',
    encoding: 'windows-1252',
    // No charset, so that only the XML prolog names the encoding.
    contentType: 'application/xml',
    validators: true,
    carries: [
      { slug: 'la-boulangerie-de-minuit', content: 'summary' },
      { slug: 'die-salzmuehle-mahlt-wieder', content: 'html' },
    ],
  },
];

/** A feed for subscribers, which answers 401 to everybody else. */
export const privateFeed: FeedDefinition = {
  path: '/courier/wire.xml',
  publication: 'courier',
  title: 'Courier Wire, for subscribers',
  description: 'What the Courier sells to other papers',
  language: 'en',
  format: 'rss2',
  encoding: 'utf-8',
  contentType: 'application/rss+xml; charset=utf-8',
  validators: true,
  carries: [{ slug: 'harbour-dues-by-the-plank', content: 'html', guid: 'courier-wire-118' }],
};

/** The subscription of everybody who runs the sample. */
export const subscriber = { username: 'sample', password: 'eleven-dark-winters' } as const;

/** The old address of the harbour feed, which answers 301. */
export const movedFeed = { path: '/courier/rss/harbour', to: '/courier/harbour.xml' };

/** A discontinued feed, which answers 410. */
export const goneFeedPath = '/courier/traffic.xml';

/** A broken feed, which answers 200 and the content type of a feed, but with an error page. */
export const brokenFeedPath = '/orrery/events.xml';

/** The feeds to subscribe to, in the order of a report. */
export const subscribedPaths: readonly string[] = [
  '/courier/feed.xml',
  movedFeed.path,
  '/courier/tide-table.xml',
  '/orrery/atom.xml',
  '/orrery/lab-notes.xml',
  '/shores/index.rdf',
  '/shores/ufer.xml',
  brokenFeedPath,
  goneFeedPath,
];
