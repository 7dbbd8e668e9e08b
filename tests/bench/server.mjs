import { createServer } from 'node:http';
import { brotliCompressSync, constants, deflateSync } from 'node:zlib';

/** @typedef {{type: string, raw: Buffer, brotli?: Buffer}} File */

const types = {
  html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm', css: 'text/css', png: 'image/png',
};

/** The same for every file; isolation is what precise clocks and the memory measurement ask for. */
const headers = {
  'Cache-Control': 'public, max-age=3600',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

/**
 * Serves files from memory, text and wasm as brotli 11, on a port of its own.
 *
 * @param {Record<string, string | Buffer>} contents by path
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function serve(contents) {
  /** @type {Map<string, File>} */
  const files = new Map();
  for (const [path, content] of Object.entries(contents)) {
    const raw = Buffer.from(content);
    const type = types[path.split('.').at(-1)];
    files.set(path, { type, raw, brotli: type === types.png ? undefined : brotli(raw) });
  }
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url, 'http://localhost').pathname);
    if (!file) return void response.writeHead(404).end();
    const small = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && file.brotli;
    const body = small || file.raw;
    response.writeHead(200, {
      ...headers, 'Content-Type': file.type, 'Content-Length': body.length, ...(small && { 'Content-Encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

const crc_table = Int32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; ++bit) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  let crc = -1;
  for (const byte of body) crc = crc_table[(crc ^ byte) & 255] ^ (crc >>> 8);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeInt32BE(~crc);
  return Buffer.concat([length, body, sum]);
}

/** A grey picture of noise, which weighs a byte a pixel however it is packed, as a photograph of its size would. */
export function noisePng(width, height) {
  let state = 7;
  const noise = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  const rows = Buffer.from(Array.from({ length: (width + 1) * height }, (_, at) => (at % (width + 1) ? noise() : 0)));
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  const header = Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
