import type { Values } from '../lambdas/core/env.ts';
import type { fetchEnvironment } from '../lambdas/core/fetch-environment.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { Settings } from './settings.ts';

/** `Wireroom/0.1.0 (+https://news.example.org/bot)`: who asks, and whom a publisher can ask back (RFC 9309, 2.2.1). */
const userAgent = (contact: string | undefined) =>
  `Wireroom/${packageJson.version}${contact === undefined ? '' : ` (+${contact})`}`;

/** The environment of everything that fetches. */
export const fetchValues = (settings: Settings): Values<typeof fetchEnvironment> => ({
  USER_AGENT: userAgent(settings.userAgentContact),
  FETCH_TIMEOUT_MS: settings.fetchTimeoutSeconds * 1000,
  FETCH_MAX_BYTES: settings.fetchMaxBytes,
  HOST_SPACING_MS: settings.hostSpacingMilliseconds,
  ALLOWED_ORIGINS: settings.allowedOrigins,
});
