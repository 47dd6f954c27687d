import type { Deployment } from '../deployment.ts';

/** A line for commands that make a feed due: on local data, no process may be there to poll the feed. */
export const pollingHint = ({ unattended }: Deployment): string =>
  unattended === undefined
    ? ''
    : `\nNo process is polling this data: \`npm start -- --data ${unattended} --watch\` does.`;
