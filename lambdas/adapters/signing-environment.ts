/** What `aws4fetch` signs requests with, for the few calls whose SDK would weigh more than it does. */
export interface SigningEnvironment {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** As Lambda sets the environment of a function. */
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
