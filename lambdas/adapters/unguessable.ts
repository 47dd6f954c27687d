import { randomBytes } from 'node:crypto';

/** 192 random bits in 32 characters that may stand in a URL. */
export const unguessable = (): string => randomBytes(24).toString('base64url');
