import { expectTypeOf, it } from 'vitest';
import type { FeedItem } from '../../lambdas/core/feed/document/feed-document.ts';
import type { ItemMessage } from '../../lambdas/core/queues/messages.ts';

type Carried = ItemMessage['item'];

it('an item message carries each field of a feed item', () => {
  expectTypeOf<keyof Carried>().toEqualTypeOf<keyof FeedItem>();
});

it('an item message carries the fields of a feed item under types that fit both ways', () => {
  expectTypeOf<Carried>().toExtend<FeedItem>();
  expectTypeOf<FeedItem>().toExtend<Carried>();
});
