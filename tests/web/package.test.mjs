// The package as built, and the server that tests and demo use.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';
import { build as esbuild } from '../../web/node_modules/esbuild/lib/main.js';
import { buildPackage } from '../../web/tools/build.mjs';
import { createServer } from '../../web/tools/static-server.mjs';

const web = new URL('../../web/', import.meta.url);

/** @param {(folder: string) => Promise<void>} use */
async function inFolder(use) {
    const folder = mkdtempSync(join(tmpdir(), 'longread-web-'));
    try {
        await use(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

test('the loader is a script of both kinds', () =>
    inFolder(async (folder) => {
        await buildPackage({ dist: folder, modules: false });
        const loader = readFileSync(join(folder, 'longread.js'), 'utf8');
        // Throws where a classic script may not be what a module may.
        new Script(loader);
        assert.doesNotMatch(loader, /import\.meta|\bimport\s*["'{*]|\bexport\b/);
        for (const file of ['view.js', 'behaviours.js', 'define.js']) {
            const source = readFileSync(join(folder, file), 'utf8');
            assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, file);
        }
    }));

test('a server without a DOM may import the package', () =>
    inFolder(async (folder) => {
        await buildPackage({ dist: folder, modules: false });
        writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
        assert.deepEqual(Object.keys(await import(join(folder, 'define.js'))), []);
    }));

test('what a bundle imports defines the element from the files beside it, as a module and within a bundle', () =>
    inFolder(async (folder) => {
        await buildPackage({ dist: folder, modules: false });
        writeFileSync(join(folder, 'package.json'), '{"type": "module", "sideEffects": ["./define.js", "./longread.js"]}');
        writeFileSync(join(folder, 'page.js'), "import './define.js';");
        await esbuild({ entryPoints: [join(folder, 'page.js')], outfile: join(folder, 'bundle.js'), bundle: true, format: 'esm' });
        for (const file of ['define.js', 'bundle.js']) {
            const page = `
                const defined = [];
                let base = '';
                globalThis.HTMLElement = class { isConnected = true; getAttribute(name) { return name === 'body' ? 'markdown' : null; } hasAttribute() { return false; } querySelector() { return { textContent: '{}' }; } setAttribute() {} dispatchEvent() {} };
                globalThis.document = { currentScript: null, readyState: 'complete', querySelectorAll: () => [] };
                globalThis.customElements = { get: () => undefined, define: (name, type) => defined.push([name, type]) };
                globalThis.fetch = async (url) => { base ||= url; return new Response('', { status: 404 }); };
                await import(${JSON.stringify(join(folder, file))});
                new defined[0][1]().connectedCallback();
                await new Promise((resolve) => setTimeout(resolve, 50));
                console.log(JSON.stringify([defined.map(([name]) => name), base, 'longreadTag' in globalThis]));
                process.exit();`;
            const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', page]);
            assert.deepEqual(JSON.parse(stdout), [['long-read'], pathToFileURL(join(folder, 'markdown.wasm')).href, false], file);
        }
    }));

test('the lock names no registry', () => {
    assert.doesNotMatch(readFileSync(new URL('package-lock.json', web), 'utf8'), /"resolved"|https?:\/\/registry/);
    const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', web), 'utf8'));
    for (const [name, version] of Object.entries(devDependencies)) assert.match(version, /^\d/, `${name} is not pinned`);
});

/**
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: Buffer}>}
 */
const get = (url, headers = {}) =>
    new Promise((resolve, reject) => {
        request(url, { headers }, (response) => {
            /** @type {Buffer[]} */
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
        })
            .on('error', reject)
            .end();
    });

test('the server sends files with their types, packed, and only once', () =>
    inFolder(async (folder) => {
        const text = 'text '.repeat(200);
        writeFileSync(join(folder, 'core.wasm'), text);
        writeFileSync(join(folder, 'index.html'), '<p>page');
        writeFileSync(join(folder, 'a.json'), '{}');
        const server = await createServer({
            folders: { '/': folder },
            edit_html: (html) => html + '!',
            hook: (_request, response, path) => path === '/slow' && (response.writeHead(503).end(), true),
        });
        try {
            const packed = await get(`${server.url}/core.wasm`, { 'Accept-Encoding': 'gzip, br' });
            assert.equal(packed.headers['content-type'], 'application/wasm');
            assert.equal(packed.headers['content-encoding'], 'br');
            assert.equal(brotliDecompressSync(packed.body).toString(), text);
            const again = await get(`${server.url}/core.wasm`, { 'Accept-Encoding': 'br', 'If-None-Match': packed.headers.etag ?? '' });
            assert.deepEqual([again.status, again.body.length], [304, 0]);
            assert.equal((await get(`${server.url}/core.wasm`)).body.toString(), text);
            assert.equal((await get(`${server.url}/`)).body.toString(), '<p>page!');
            writeFileSync(join(folder, 'a.json'), '{"new": 1}');
            assert.equal((await get(`${server.url}/a.json`)).body.toString(), '{"new": 1}');
            assert.equal((await get(`${server.url}/slow`)).status, 503);
            for (const path of ['/none', '/../package.json', '/%2e%2e/x', '/..%2f..%2fetc/passwd']) {
                assert.equal((await get(server.url + path)).status, 404, path);
            }
            assert.equal((await get(`${server.url}/%ff`)).status, 400);
            for (const [name, type] of Object.entries({
                webm: 'video/webm', mp4: 'video/mp4', wav: 'audio/wav', mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg',
                pdf: 'application/pdf', txt: 'text/plain; charset=utf-8', xml: 'application/xml; charset=utf-8',
            })) {
                writeFileSync(join(folder, `file.${name}`), text);
                const file = await get(`${server.url}/file.${name}`, { 'Accept-Encoding': 'br' });
                const packs = name === 'txt' || name === 'xml';
                assert.deepEqual([file.headers['content-type'], file.headers['content-encoding']], [type, packs ? 'br' : undefined]);
            }
        } finally {
            await server.close();
        }
    }));
