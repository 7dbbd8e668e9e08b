/**
 * A server of files: right media types, compressed once and kept, ETags; and a hook before it, by which tests make
 * answers slow, wrong or absent.
 *
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response, path: string) => unknown} Hook
 *   returns or resolves to true when it has answered, or will; may add headers and return nothing
 */
import { createServer as createHttpServer } from 'node:http';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const media_types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.md': 'text/markdown; charset=utf-8',
    '.xml': 'application/xml; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg',
    '.webp': 'image/webp',
    '.avif': 'image/avif',
    '.gif': 'image/gif',
    '.ico': 'image/x-icon',
    '.mp3': 'audio/mpeg',
    '.m4a': 'audio/mp4',
    '.ogg': 'audio/ogg',
    '.wav': 'audio/wav',
    '.mp4': 'video/mp4',
    '.webm': 'video/webm',
    '.pdf': 'application/pdf',
    '.woff2': 'font/woff2',
};
const compressible = /^(text|application\/(?!pdf)|image\/svg)/;
/** Below this, compression makes nothing smaller. */
const small = 256;

const encoders = {
    br: (/** @type {Buffer} */ bytes) =>
        promisify(brotliCompress)(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
    gzip: (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** @param {string | undefined} accepted */
function chooseEncoding(accepted = '') {
    return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Files as they go out, kept until they change on disk. */
class FileCache {
    /** @type {Map<string, {changed: number, made: Promise<{body: Buffer, etag: string}>}>} */
    #kept = new Map();

    /**
     * @param {string} file
     * @param {number} changed
     * @param {'br' | 'gzip' | undefined} encoding
     * @param {(bytes: Buffer) => Buffer} edit
     */
    get(file, changed, encoding, edit) {
        const key = `${file}|${encoding}`;
        const kept = this.#kept.get(key);
        if (kept?.changed === changed) return kept.made;
        const made = this.#make(file, encoding, edit);
        this.#kept.set(key, { changed, made });
        made.catch(() => this.#kept.delete(key));
        return made;
    }

    /**
     * @param {string} file
     * @param {'br' | 'gzip' | undefined} encoding
     * @param {(bytes: Buffer) => Buffer} edit
     */
    async #make(file, encoding, edit) {
        const bytes = edit(await readFile(file));
        const body = encoding ? await encoders[encoding](bytes) : bytes;
        return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
    }
}

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, string>} folders by the path they are served at, '/' the last to be tried
 * @property {number} [port] 0: any free one
 * @property {Hook} [hook]
 * @property {string} [cache_control]
 * @property {boolean} [compress]
 * @property {(html: string) => string} [edit_html]
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function createServer(options) {
    const { folders, port = 0, hook, cache_control = 'no-cache', compress = true, edit_html } = options;
    const cache = new FileCache();

    /** @param {string} path */
    const locate = (path) => {
        const mount = Object.keys(folders)
            .sort((a, b) => b.length - a.length)
            .find((prefix) => path.startsWith(prefix));
        if (mount === undefined) return undefined;
        const folder = folders[mount];
        const file = join(folder, path.slice(mount.length));
        return file === folder || file.startsWith(folder + sep) ? file : undefined;
    };

    /**
     * @param {Request} request
     * @param {Response} response
     * @param {string} path
     */
    const sendFile = async (request, response, path) => {
        let file = locate(path);
        let status = file ? await stat(file).catch(() => undefined) : undefined;
        if (file && status?.isDirectory()) {
            file = join(file, 'index.html');
            status = await stat(file).catch(() => undefined);
        }
        if (!file || !status?.isFile()) return refuse(response, 404);
        const type = media_types[extname(file)] ?? 'application/octet-stream';
        const packs = compress && status.size > small && compressible.test(type);
        const encoding = packs ? chooseEncoding(request.headers['accept-encoding']) : undefined;
        const edits = edit_html && type.startsWith('text/html');
        const { body, etag } = await cache.get(file, status.mtimeMs, encoding, (bytes) =>
            edits ? Buffer.from(edit_html(bytes.toString())) : bytes,
        );
        /** @type {Record<string, string>} */
        const headers = {
            'Content-Type': type,
            'Cache-Control': cache_control,
            'X-Content-Type-Options': 'nosniff',
            'Access-Control-Allow-Origin': '*',
            ETag: etag,
        };
        if (packs) headers.Vary = 'Accept-Encoding';
        if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
        if (encoding) headers['Content-Encoding'] = encoding;
        response.writeHead(200, { ...headers, 'Content-Length': body.length });
        response.end(request.method === 'HEAD' ? undefined : body);
    };

    const server = createHttpServer(async (request, response) => {
        try {
            const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
            if (hook && (await hook(request, response, path))) return;
            if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
            await sendFile(request, response, path);
        } catch (error) {
            if (!response.headersSent) refuse(response, error instanceof URIError ? 400 : 500);
            else response.destroy();
        }
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    return {
        url: `http://localhost:${address.port}`,
        port: address.port,
        close: async () => {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        },
    };
}

/**
 * @param {Response} response
 * @param {number} status
 */
function refuse(response, status) {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}
