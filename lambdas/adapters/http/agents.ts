/** Agents that connect by connect.ts and read answers by answer-mender.ts. */
import { type AgentOptions, type ClientRequestArgs, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { expectAnswer, isReusable, mendAnswers } from './answer-mender.ts';
import { connect } from './connect.ts';

export interface Agents {
  readonly 'http:': HttpAgent;
  readonly 'https:': HttpsAgent;
}

/**
 * An option of a request: returns what ends the attempts to connect for it. It is called only for a new connection. Node
 * tells the request that it is destroyed only after its attempts have ended.
 */
export interface ConnectOption {
  readonly connecting: () => AbortSignal;
}

/** @param lookup resolves names for the sockets. Undefined: Node's own lookup */
export const createAgents = (lookup: LookupFunction | undefined, options: AgentOptions): Agents => ({
  'http:': adapted(new HttpAgent(options), lookup, (socket) => socket),
  'https:': adapted(new HttpsAgent(options), lookup, (socket, secure) => secure(socket)),
});

type Secure = (socket: Socket) => Duplex;

function adapted<A extends HttpAgent>(
  agent: A,
  lookup: LookupFunction | undefined,
  layered: (socket: Socket, secure: Secure) => Duplex,
): A {
  const original = {
    createConnection: agent.createConnection.bind(agent),
    keepSocketAlive: agent.keepSocketAlive.bind(agent),
    reuseSocket: agent.reuseSocket.bind(agent),
  };
  agent.createConnection = (args, connected) => {
    const { host, port, connecting } = args as ClientRequestArgs & ConnectOption;
    const secure: Secure = (socket) => original.createConnection({ ...args, socket } as ClientRequestArgs) as Duplex;
    connect({ host: (host ?? '').replace(/^\[|\]$/g, ''), port: Number(port) }, lookup, connecting()).then(
      (socket) => connected?.(null, mendAnswers(layered(socket, secure))),
      // Node reads no socket if there is an error.
      (error: Error) => connected?.(error, undefined as unknown as Duplex),
    );
    return undefined;
  };
  // Node closes the socket if this returns a falsy value.
  agent.keepSocketAlive = (socket) => isReusable(socket) && original.keepSocketAlive(socket);
  agent.reuseSocket = (socket, request) => {
    expectAnswer(socket);
    original.reuseSocket(socket, request);
  };
  return agent;
}
