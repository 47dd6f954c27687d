// Stands in for the SDK's whole chain of credential providers: Lambda puts a function's credentials into its environment.
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
