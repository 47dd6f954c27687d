/** The reader of `ingest-item`: the process in which pages are read, and articles composed and compared. */
import { articleOperations } from '../core/article/article-operations.ts';
import { serve } from './serve.ts';

serve(articleOperations);
