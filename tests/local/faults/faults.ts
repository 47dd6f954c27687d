import type { Answer, Call } from './faulty-service.ts';

export interface Fault {
  readonly answer: (call: Call) => Promise<Answer>;
  /** The number of calls or messages that the fault has hit. */
  struck(): number;
}

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(value)),
});

/** Makes DynamoDB throttle every third call. */
export function throttling(): Fault {
  let calls = 0;
  let struck = 0;
  return {
    struck: () => struck,
    async answer({ body, forward }) {
      if (++calls % 3 !== 0) return forward(body);
      struck++;
      const type = 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException';
      return json(400, { __type: type, message: 'Slow down.' });
    },
  };
}

interface SendMessageBatch {
  readonly Entries: readonly { readonly Id: string }[];
}

/** Makes SQS refuse every second message of a batch, as a busy SQS does. */
export function refusing(): Fault {
  let messages = 0;
  let struck = 0;
  return {
    struck: () => struck,
    async answer({ operation, body, forward }) {
      if (operation !== 'SendMessageBatch') return forward(body);
      const request = JSON.parse(body.toString()) as SendMessageBatch;
      const taken = request.Entries.filter(() => ++messages % 2 === 0);
      const refused = request.Entries.filter((entry) => !taken.includes(entry));
      struck += refused.length;
      const Failed = refused.map(({ Id }) => ({
        Id,
        Code: 'ServiceUnavailable',
        SenderFault: false,
        Message: 'Busy.',
      }));
      if (taken.length === 0) return json(200, { Successful: [], Failed });
      const answer = await forward(Buffer.from(JSON.stringify({ ...request, Entries: taken })));
      return json(answer.status, { ...JSON.parse(answer.body.toString()), Failed });
    },
  };
}
