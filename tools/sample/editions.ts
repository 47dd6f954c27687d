import { boulangerieDeMinuit } from './articles/boulangerie-de-minuit.ts';
import { bowBall } from './articles/bow-ball.ts';
import { bridgeThatAches } from './articles/bridge-that-aches.ts';
import { countingMoths } from './articles/counting-moths.ts';
import { fourTimesFerry } from './articles/four-times-ferry.ts';
import { harbourDues } from './articles/harbour-dues.ts';
import { highWaterWatch } from './articles/high-water-watch.ts';
import { libraryOfLadders } from './articles/library-of-ladders.ts';
import { mercadoFlotante, mercadoFlotanteCorrected } from './articles/mercado-flotante.ts';
import { nightBusVote, nightBusVoteCorrected } from './articles/night-bus-vote.ts';
import { salzmuehle } from './articles/salzmuehle.ts';
import { skerryPointLamp } from './articles/skerry-point-lamp.ts';
import { tideClock } from './articles/tide-clock.ts';
import { tideTable } from './articles/tide-table.ts';
import { tramDepotBees } from './articles/tram-depot-bees.ts';
import { wrongForecasts } from './articles/wrong-forecasts.ts';
import type { Article, PrintedArticle } from './parts/article.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The articles of edition 0, each with the hours between its publication and the opening of the site. */
const opening: readonly (readonly [Article, number])[] = [
  [highWaterWatch(1), 1.5],
  [nightBusVote, 3],
  [harbourDues, 4],
  [boulangerieDeMinuit, 5],
  [tideClock, 7.25],
  [bowBall, 9],
  [mercadoFlotante, 11.5],
  [tideTable, 15],
  [skerryPointLamp, 20],
  [salzmuehle, 26],
  [tramDepotBees, 31],
  [fourTimesFerry, 44],
  [countingMoths, 52],
  [libraryOfLadders, 73],
];

interface Edition {
  readonly revised: Article;
  readonly added?: Article;
}

function changesOf(edition: number): Edition {
  if (edition === 1) return { revised: nightBusVoteCorrected, added: bridgeThatAches };
  if (edition === 2) return { revised: mercadoFlotanteCorrected, added: wrongForecasts };
  return { revised: highWaterWatch(edition - 1) };
}

/**
 * Returns the date of an edition: one minute per edition, from an hour before `start`. So no date lies in the future,
 * which RFC 9110, 8.8.2.1 forbids for `Last-Modified`, and each date depends only on `start`.
 */
function dateOf(edition: number, start: Date): Date {
  return new Date(start.getTime() - hour + edition * minute);
}

/**
 * Returns all articles of an edition, newest first.
 * @param edition the number of changes since the site opened
 * @param start the time when the site opened
 */
export function articlesInEdition(edition: number, start: Date, origin: string): readonly PrintedArticle[] {
  const articles = new Map<string, PrintedArticle>();
  const print = (article: Article, published: Date, modified: Date) =>
    articles.set(article.slug, { ...article, ...addressesOf(article, origin), published, modified });

  for (const [article, hoursOld] of opening) {
    const published = new Date(start.getTime() - hoursOld * hour);
    print(article, published, published);
  }
  for (let number = 1; number <= edition; number++) {
    const date = dateOf(number, start);
    const { revised, added } = changesOf(number);
    print(revised, articles.get(revised.slug)?.published ?? date, date);
    if (added) print(added, date, date);
  }
  return [...articles.values()].sort((a, b) => b.published.getTime() - a.published.getTime());
}

function addressesOf(
  { publication, slug, picture, episode }: Article,
  origin: string,
): Pick<PrintedArticle, 'url' | 'imageUrl' | 'audioUrl'> {
  const home = `${origin}/${publication}`;
  return {
    url: `${home}/${slug}`,
    ...(picture && { imageUrl: `${home}/images/${slug}.svg` }),
    ...(episode && { audioUrl: `${home}/audio/${slug}.wav` }),
  };
}
