import { randomBytes } from 'node:crypto';

/** Returns 192 random bits as 32 characters that are safe in a URL. */
export const unguessable = (): string => randomBytes(24).toString('base64url');
