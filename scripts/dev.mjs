// @ts-check
/** `npm run dev [-- --port N]`: Vite's server with instant updates, on this machine only. Its port is not the program's: its cases are for play. */
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { host, readPort } from './serve.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const server = await createServer({
  server: { host, port: values.port ? readPort(values.port) : 7346, strictPort: true },
});
await server.listen();
server.printUrls();
