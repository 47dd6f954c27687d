import type { Values } from '../lambdas/core/env.ts';
import type { fetchEnvironment } from '../lambdas/core/fetch-environment.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { Settings } from './settings.ts';

/** The `User-Agent` (RFC 9309, 2.2.1) with the operator's contact: `Wireroom/0.1.0 (+https://news.example.org/bot)`. */
const userAgent = (contact: string | undefined) =>
  `Wireroom/${packageJson.version}${contact === undefined ? '' : ` (+${contact})`}`;

/** The environment values of every function that fetches. */
export const fetchValues = (settings: Settings): Values<typeof fetchEnvironment> => ({
  USER_AGENT: userAgent(settings.userAgentContact),
  FETCH_TIMEOUT_MS: settings.fetchTimeoutSeconds * 1000,
  FETCH_MAX_BYTES: settings.fetchMaxBytes,
  HOST_SPACING_MS: settings.hostSpacingMilliseconds,
  ALLOWED_ORIGINS: settings.allowedOrigins,
});
