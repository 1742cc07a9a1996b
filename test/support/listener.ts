import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';

/** Somebody outside who would hear a page that talks: every connection and every datagram is written down. */
export interface Listener {
  readonly port: number;
  /** First line of each connection (`connected` for one that sent nothing), `datagram` for each packet. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1, TCP and UDP alike. Answers HTTP politely, so that a browser comes to the point. */
export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    const at = heard.push('connected') - 1;
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (data) => {
      heard[at] = data.toString('latin1').split('\r\n', 1)[0] ?? '';
      socket.end(
        'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok',
      );
    });
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const datagrams: DatagramSocket = createSocket('udp4');
  datagrams.on('message', () => heard.push('datagram'));
  await new Promise<void>((ready, fail) => {
    datagrams.once('error', fail);
    datagrams.bind(address.port, '127.0.0.1', ready);
  });
  return {
    port: address.port,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((done) => server.close(() => done())),
        new Promise<void>((done) => datagrams.close(done)),
      ]);
    },
  };
}
