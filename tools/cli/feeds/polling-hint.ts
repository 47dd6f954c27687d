import type { Deployment } from '../deployment.ts';

/** What a command adds that has made a feed due on local data: nobody is there to poll it. */
export const pollingHint = ({ unattended }: Deployment): string =>
  unattended === undefined
    ? ''
    : `\nNo process is polling this data: \`npm start -- --data ${unattended} --watch\` does.`;
