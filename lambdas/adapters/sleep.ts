import { setTimeout as resolveAfter } from 'node:timers/promises';

export const sleep = (ms: number): Promise<void> => resolveAfter(ms);
