import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import { EmulatorError } from '../template/errors.ts';
import type { Stack } from '../template/stack.ts';
import type { Emulators } from './emulators.ts';

const bucketSchema = v.object({ BucketName: v.optional(v.string()) });

/** S3's limit for a bucket name. */
const NAME_LENGTH = 63;

/** Creates the stack's buckets where they don't exist yet. */
export async function provisionBuckets(stack: Stack, emulators: Emulators): Promise<void> {
  const ids = stack.idsOf('AWS::S3::Bucket');
  const client = new AwsClient({
    accessKeyId: emulators.credentials?.accessKeyId ?? process.env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: emulators.credentials?.secretAccessKey ?? process.env['AWS_SECRET_ACCESS_KEY'] ?? '',
    ...(process.env['AWS_SESSION_TOKEN'] ? { sessionToken: process.env['AWS_SESSION_TOKEN'] } : {}),
    service: 's3',
    region: emulators.region,
  });
  for (const logicalId of ids) {
    const { BucketName } = stack.properties(logicalId, bucketSchema);
    const name = BucketName ?? logicalId.toLowerCase().slice(0, NAME_LENGTH);
    const response = await client.fetch(new URL(`/${name}`, emulators.endpoints.s3), { method: 'PUT' });
    const answer = await response.text();
    // 409: it exists already.
    if (!response.ok && response.status !== 409) {
      throw new EmulatorError(`The bucket ${logicalId} was not created: ${response.status} ${answer}`);
    }
    stack.enter(logicalId, {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${emulators.region}.amazonaws.com`,
      },
    });
  }
}
