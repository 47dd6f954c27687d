// Replaces the SDK's chain of credential providers, because Lambda sets a function's credentials in its environment.
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
