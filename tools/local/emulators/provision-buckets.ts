import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import type { Stack } from '../template/stack.ts';
import { EmulatorError } from './emulator-error.ts';
import type { Emulators } from './emulators.ts';

const bucketSchema = v.object({ BucketName: v.optional(v.string()) });

/** Max length of a bucket name, in characters. Source: AWS, "General purpose bucket naming rules". */
const MAX_NAME_LENGTH = 63;

/** Creates the stack's buckets that don't exist yet. */
export async function provisionBuckets(stack: Stack, emulators: Emulators): Promise<void> {
  const client = new AwsClient({
    accessKeyId: emulators.credentials?.accessKeyId ?? process.env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: emulators.credentials?.secretAccessKey ?? process.env['AWS_SECRET_ACCESS_KEY'] ?? '',
    ...(process.env['AWS_SESSION_TOKEN'] ? { sessionToken: process.env['AWS_SESSION_TOKEN'] } : {}),
    service: 's3',
    region: emulators.region,
  });
  for (const logicalId of stack.idsOf('AWS::S3::Bucket')) {
    const { BucketName } = stack.properties(logicalId, bucketSchema);
    const name = BucketName ?? logicalId.toLowerCase().slice(0, MAX_NAME_LENGTH);
    const response = await client.fetch(new URL(`/${name}`, emulators.endpoints.s3), { method: 'PUT' });
    const answer = await response.text();
    // 409: the bucket exists already.
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
