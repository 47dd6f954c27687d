/** The Bodies bucket, by a small signing client: the S3 client would double the bundle for two rare calls. */
import { AwsClient } from 'aws4fetch';
import type { BodyStore } from '../../core/body-store.ts';
import { type SigningEnvironment, signingEnvironment } from '../signing-environment.ts';

export interface BodiesOptions extends SigningEnvironment {
  readonly bucketName: string;
  /** The address of an emulator. Absent: AWS. */
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

/** @param environment the AWS_ variables that Lambda sets, or an emulator's endpoint */
export function bodiesFromEnvironment(bucketName: string, environment: NodeJS.ProcessEnv): BodyStore {
  const endpoint = environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'];
  return bodies({
    bucketName,
    ...signingEnvironment(environment),
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}
