import { createServer, Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer, Server as HttpsServer } from 'node:https';
import type { AddressInfo, Server as SocketServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { certificate, key } from '../etiquette/loopback-certificate.ts';

export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  readonly server: HttpServer;
}

/** Starts an HTTP server on a free loopback port. The end of the test closes the server and its connections. */
export async function loopbackServer(answer: RequestListener): Promise<LoopbackServer> {
  const server = createServer(answer);
  const port = await listening(server);
  return { origin: `http://127.0.0.1:${port}`, port, server };
}

/** Starts an HTTPS server like `loopbackServer`, with a certificate that Node doesn't trust by default. */
export async function secureLoopbackServer(answer: RequestListener): Promise<{ readonly origin: string }> {
  const port = await listening(createHttpsServer({ cert: certificate, key }, answer));
  return { origin: `https://127.0.0.1:${port}` };
}

/** Makes a server listen on a free loopback port until the test ends. @returns the port */
export async function listening(server: SocketServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if (server instanceof HttpServer || server instanceof HttpsServer) server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}
