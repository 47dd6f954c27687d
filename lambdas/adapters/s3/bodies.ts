/** The Bodies bucket. A small signing client, for the S3 SDK would double the bundle for two calls that are seldom made. */
import { AwsClient } from 'aws4fetch';
import type { BodyStore } from '../../core/body-store.ts';
import { type SigningEnvironment, signingEnvironment } from '../signing-environment.ts';

export interface BodiesOptions extends SigningEnvironment {
  readonly bucketName: string;
  /** An emulator's address; undefined: AWS. */
  readonly endpoint?: string;
}

export function bodies({ bucketName, region, credentials, endpoint }: BodiesOptions): BodyStore {
  const client = new AwsClient({ ...credentials, service: 's3', region });
  const base =
    endpoint === undefined ? `https://${bucketName}.s3.${region}.amazonaws.com` : `${endpoint}/${bucketName}`;
  const call = async (method: 'GET' | 'PUT', key: string, body?: string): Promise<Response> => {
    const url = `${base}/${key.split('/').map(encodeURIComponent).join('/')}`;
    const response = await client.fetch(url, body === undefined ? { method } : { method, body });
    if (!response.ok) throw new Error(`S3 answered ${response.status} to ${method} ${key} of ${bucketName}.`);
    return response;
  };
  return {
    async put(key, text) {
      await call('PUT', key, text);
    },
    get: async (key) => (await call('GET', key)).text(),
  };
}

/** As Lambda sets the environment of a function. */
export function bodiesFromEnvironment(bucketName: string, environment: NodeJS.ProcessEnv): BodyStore {
  const endpoint = environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'];
  return bodies({
    bucketName,
    ...signingEnvironment(environment),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}
