import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expectTypeOf, it } from 'vitest';
import {
  type Appearance,
  type Article,
  type ArticleEvent,
  decodeArticle,
  decodeArticleEvents,
  decodeArticleRecord,
  type OverflowedField,
} from '../../lambdas/consumer/index.ts';

type EventOf<T extends ArticleEvent['type']> = Extract<ArticleEvent, { readonly type: T }>;

describe('decodeArticleEvents', () => {
  it('takes the event of a DynamoDB stream and returns a list of article events', () => {
    expectTypeOf(decodeArticleEvents).parameters.toEqualTypeOf<[event: DynamoDBStreamEvent]>();
    expectTypeOf(decodeArticleEvents).returns.toEqualTypeOf<ArticleEvent[]>();
  });

  it('has a sibling for one record, and one for a stored item', () => {
    expectTypeOf(decodeArticleRecord).parameters.toEqualTypeOf<[record: DynamoDBRecord]>();
    expectTypeOf(decodeArticleRecord).returns.toEqualTypeOf<ArticleEvent[]>();
    expectTypeOf(decodeArticle).returns.toEqualTypeOf<Article | undefined>();
  });
});

describe('an article event', () => {
  it('is of one of six types', () => {
    expectTypeOf<ArticleEvent['type']>().toEqualTypeOf<
      'published' | 'revised' | 'appeared' | 'retracted' | 'restored' | 'removed'
    >();
  });

  it('has an id, an article id, a time and its overflow, whatever its type', () => {
    expectTypeOf<ArticleEvent['eventId']>().toEqualTypeOf<string>();
    expectTypeOf<ArticleEvent['articleId']>().toEqualTypeOf<string>();
    expectTypeOf<ArticleEvent['at']>().toEqualTypeOf<string>();
    expectTypeOf<ArticleEvent['overflow']>().toEqualTypeOf<readonly OverflowedField[]>();
  });

  it('has the article, unless the article was removed', () => {
    expectTypeOf<Exclude<ArticleEvent, EventOf<'removed'>>['article']>().toEqualTypeOf<Article>();
    expectTypeOf<EventOf<'removed'>>().not.toHaveProperty('article');
  });

  it('has the article as it was before, unless the article was just published', () => {
    expectTypeOf<Exclude<ArticleEvent, EventOf<'published'>>['previous']>().toEqualTypeOf<Article>();
    expectTypeOf<EventOf<'published'>>().not.toHaveProperty('previous');
  });

  it('has the new appearances if the article appeared elsewhere', () => {
    expectTypeOf<EventOf<'appeared'>['appearances']>().toEqualTypeOf<readonly Appearance[]>();
  });

  it('has a reason if the article was removed', () => {
    expectTypeOf<EventOf<'removed'>['reason']>().toEqualTypeOf<'expired' | 'deleted'>();
  });

  it('cannot be changed by a consumer', () => {
    expectTypeOf<EventOf<'published'>>().toEqualTypeOf<Readonly<EventOf<'published'>>>();
    expectTypeOf<Article>().toEqualTypeOf<Readonly<Article>>();
  });
});

describe('an article', () => {
  it('always has an id, a title, authors, tags, a revision and appearances', () => {
    expectTypeOf<Article>()
      .pick<'articleId' | 'title' | 'authors' | 'tags' | 'revision' | 'appearances'>()
      .toEqualTypeOf<{
        readonly articleId: string;
        readonly title: string;
        readonly authors: readonly string[];
        readonly tags: readonly string[];
        readonly revision: number;
        readonly appearances: readonly Appearance[];
      }>();
  });

  it('may lack its address, its text and its date, and then the field is absent, not undefined', () => {
    expectTypeOf<Article>()
      .pick<'url' | 'text' | 'publishedAt'>()
      .toEqualTypeOf<{ readonly url?: string; readonly text?: string; readonly publishedAt?: string }>();
  });
});
