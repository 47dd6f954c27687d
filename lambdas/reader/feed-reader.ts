/** The reader of `poll-feed`: the process in which the documents of feeds are read. */
import { feedOperations } from '../core/feed/polling/feed-operations.ts';
import { serve } from './serve.ts';

serve(feedOperations);
