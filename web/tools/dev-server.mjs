#!/usr/bin/env node
/**
 * Serves the demo pages and rebuilds what changes. `--help` says more.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildPackage } from './build.mjs';
import { createServer as createStaticServer } from './static-server.mjs';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(web);
const usage = `Usage: node tools/dev-server.mjs [--port N] [--no-watch]

Serves web/demo at / and web/dist at /longread/. Watches web/src, web/demo, web/schema and src: rebuilds what a
change needs and reloads the pages that are open.
  --port N     default 8080; 0 takes any free one
  --no-watch   only serves
`;

const reload_script = `new EventSource('/~reload').onmessage = () => location.reload();\n`;

/** @param {string} html */
const withReload = (html) => html + '\n<script src="/~reload.js"></script>\n';

/**
 * The pages and the package on one origin.
 *
 * @param {Partial<import('./static-server.mjs').ServerOptions> & {demo?: string, dist?: string}} [options] a hook
 *   sees each request first
 */
export function createServer({ demo = join(web, 'demo'), dist = join(web, 'dist'), folders, ...rest } = {}) {
    return createStaticServer({ folders: { ...folders, '/longread/': dist, '/': demo }, ...rest });
}

/** Pages whose element the command prints: the options beside `--base` and `--now`. @type {Record<string, {article: string, options: string[]}>} */
const printed_pages = {
    '/prerendered.html': {
        article: 'articles/tide.json',
        options: [
            ...['--src', 'articles/tide.json', '--feed', 'articles/latest.json'],
            ...['--campaigns', 'articles/campaigns.json', '--campaigns-url', 'articles/campaigns.json'],
            ...['--donate-hosts', 'donate.harbour-lantern.example'],
        ],
    },
};

/**
 * Answers for such a page: it, with its element as the command prints it. Without the command the page is served as it
 * is.
 *
 * @param {(html: string) => string} [edit]
 * @returns {import('./static-server.mjs').Hook}
 */
export function makePreRenderer(edit = (html) => html) {
    const demo = join(web, 'demo');
    const command = join(root, 'build', 'native', 'longread');
    return async (request, response, path) => {
        const { article, options } = printed_pages[path] ?? {};
        if (!article || !options || !existsSync(command)) return false;
        const base = `http://${request.headers.host}/${article}`;
        const words = ['render', article, '--base', base, '--now', new Date().toISOString(), ...options];
        const { stdout } = await promisify(execFile)(command, words, { cwd: demo });
        const page = await readFile(join(demo, path), 'utf8');
        const html = page.replace(/<long-read[ >][^]*<\/long-read>/, () => stdout.trim());
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(edit(html));
        return true;
    };
}

/** Tells open pages to load again. */
function makeReloader() {
    /** @type {Set<import('node:http').ServerResponse>} */
    const pages = new Set();
    return {
        reload: () => pages.forEach((page) => page.write('data: changed\n\n')),
        /** @type {import('./static-server.mjs').Hook} */
        hook: (request, response, path) => {
            if (path === '/~reload.js') {
                response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(reload_script);
                return true;
            }
            if (path !== '/~reload') return false;
            response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
            response.write(': open\n\n');
            pages.add(response);
            request.on('close', () => pages.delete(response));
            return true;
        },
    };
}

/** @returns {Promise<void>} */
function buildModules() {
    return new Promise((resolve, reject) => {
        const build = spawn(join(root, 'scripts', 'build'), ['wasm'], { cwd: root, stdio: 'inherit' });
        build.on('error', reject);
        build.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('the modules were not built'))));
    });
}

/**
 * Runs one task at a time, and once more when changes came meanwhile.
 *
 * @param {() => Promise<unknown>} task
 */
function makeRunner(task) {
    let due = false;
    let running = false;
    return async () => {
        due = true;
        if (running) return;
        running = true;
        while (due) {
            // Editors write a file in several steps.
            await new Promise((resolve) => setTimeout(resolve, 80));
            due = false;
            const start = Date.now();
            try {
                await task();
                console.log(`rebuilt in ${Date.now() - start} ms`);
            } catch (error) {
                console.error(error instanceof Error ? error.message : error);
            }
        }
        running = false;
    };
}

/** @param {() => void} reload */
function watchSources(reload) {
    const rebuildScripts = makeRunner(async () => {
        await buildPackage({ modules: false });
        reload();
    });
    const rebuildModules = makeRunner(async () => {
        await buildModules();
        await buildPackage();
        reload();
    });
    /** @type {[folder: string, changed: () => void][]} */
    const watched = [
        [join(web, 'src'), rebuildScripts],
        [join(web, 'schema'), rebuildScripts],
        [join(web, 'demo'), reload],
        [join(root, 'src'), rebuildModules],
    ];
    for (const [folder, changed] of watched) {
        if (existsSync(folder)) watch(folder, { recursive: true }, changed);
    }
}

/** @param {string[]} words */
function readOptions(words) {
    const options = { port: 8080, watch: true };
    for (let i = 0; i < words.length; ++i) {
        if (words[i] === '--port' && /^\d+$/.test(words[i + 1] ?? '')) options.port = Number(words[++i]);
        else if (words[i] === '--no-watch') options.watch = false;
        else {
            process.stdout.write(usage);
            process.exit(words[i] === '--help' ? 0 : 2);
        }
    }
    return options;
}

/**
 * Compresses what every page fetches before the first one asks.
 *
 * @param {string} url
 */
async function warmUp(url) {
    const names = ['longread.js', 'view.js', 'behaviours.js', 'rail.js', 'core.wasm', 'slots.wasm', 'formats.wasm', 'markdown.wasm'];
    const headers = { 'Accept-Encoding': 'br' };
    await Promise.all(names.map((name) => fetch(`${url}/longread/${name}`, { headers }).then((file) => file.arrayBuffer())));
}

async function main() {
    const options = readOptions(process.argv.slice(2));
    if (!existsSync(join(web, 'dist', 'core.wasm'))) await buildPackage();
    const { hook, reload } = makeReloader();
    const preRender = makePreRenderer(options.watch ? withReload : (html) => html);
    const server = await createServer({
        port: options.port,
        hook: async (...request) => (options.watch && hook(...request)) || preRender(...request),
        ...(options.watch && { edit_html: withReload }),
    });
    if (options.watch) watchSources(reload);
    await warmUp(server.url);
    console.log(`Longread demo: ${server.url}/`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    main().catch((error) => {
        console.error(error.code === 'EADDRINUSE' ? 'The port is in use: choose another with --port.' : error.message);
        process.exit(1);
    });
}
