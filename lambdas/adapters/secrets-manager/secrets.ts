import { AwsClient } from 'aws4fetch';
import type { ReadSecret, SecretReading } from '../../core/feed/credentials/secret-store.ts';
import { signingEnvironment } from '../signing-environment.ts';

/** Max repetitions of a call that is answered with a 429 or a 5xx. */
const MAX_RETRIES = 2;
/** Max time of a call with its repetitions, in milliseconds. */
const TIMEOUT_MS = 5_000;
/** Max length of the service's own words in a detail, in characters. */
const MAX_DETAIL_LENGTH = 300;

/**
 * Errors that only an operator mends: no such secret, a deleted secret, a role or a key that doesn't let us read it.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
const KINDS: Readonly<Record<string, 'missing' | 'unreadable'>> = {
  ResourceNotFoundException: 'missing',
  InvalidRequestException: 'missing',
  AccessDeniedException: 'unreadable',
  DecryptionFailure: 'unreadable',
};

interface Answer {
  readonly SecretString?: string;
  readonly __type?: string;
  readonly message?: string;
  readonly Message?: string;
}

/**
 * The secrets whose names begin with a prefix, by a small signing client: one call isn't worth another SDK client.
 *
 * @param prefix for instance `Wireroom/feeds/`
 */
export function secretsManager(prefix: string, environment: NodeJS.ProcessEnv): ReadSecret {
  const { region, credentials } = signingEnvironment(environment);
  const endpoint =
    environment['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ??
    environment['AWS_ENDPOINT_URL'] ??
    `https://secretsmanager.${region}.amazonaws.com`;
  const client = new AwsClient({ ...credentials, region, service: 'secretsmanager', retries: MAX_RETRIES });
  return async (name) => {
    const SecretId = `${prefix}${name}`;
    const response = await client.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
      body: JSON.stringify({ SecretId }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return readingOf(SecretId, response.status, await answerOf(response));
  };
}

/** An answer that isn't JSON comes from something before the service. */
const answerOf = (response: Response): Promise<Answer> => response.json().catch(() => ({})) as Promise<Answer>;

function readingOf(id: string, status: number, { SecretString: text, ...answer }: Answer): SecretReading {
  if (status === 200)
    return text === undefined
      ? { kind: 'unreadable', detail: `${id} holds bytes, and no text` }
      : { kind: 'found', text };
  const code = answer.__type?.split('#').at(-1) ?? '';
  const kind = KINDS[code];
  if (kind === undefined) throw new Error(`Secrets Manager answered ${status} ${code} to GetSecretValue of ${id}.`);
  const words = (answer.message ?? answer.Message ?? code).slice(0, MAX_DETAIL_LENGTH).replace(/\.$/, '');
  return { kind, detail: `${id}: ${words}` };
}
