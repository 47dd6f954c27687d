import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { listening } from './loopback-server.ts';

export interface RawServer {
  readonly origin: string;
  /** The requests so far, each with its head as text. */
  readonly requests: string[];
  /** The number of connections so far. */
  connections(): number;
}

/**
 * Starts a server that answers with bytes as they are, because Node's HTTP server would not send most of them. Text is
 * sent in Latin-1. The server ends the connection only if `answer` does.
 */
export async function rawServer(
  answer: (request: string, socket: Socket) => string | Buffer | undefined,
): Promise<RawServer> {
  const requests: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    let received = '';
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      if (!received.endsWith('\r\n\r\n')) return;
      const request = received;
      received = '';
      requests.push(request);
      const answered = answer(request, socket);
      if (answered !== undefined)
        socket.write(typeof answered === 'string' ? Buffer.from(answered, 'latin1') : answered);
    });
  });
  const port = await listening(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return { origin: `http://127.0.0.1:${port}`, requests, connections: () => sockets.length };
}
