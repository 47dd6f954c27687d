/** Region and credentials for `aws4fetch`, which signs the few calls whose SDK client would enlarge the bundle most. */
export interface SigningEnvironment {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** Reads the AWS_ variables that Lambda sets for a function; a missing one becomes ''. */
export function signingEnvironment(environment: NodeJS.ProcessEnv): SigningEnvironment {
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  return {
    region: environment['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
  };
}
