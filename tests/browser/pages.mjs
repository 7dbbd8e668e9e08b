// The pages and the answers that the browsers' suites share; each suite gives `answerPages` to the server as its hook.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, root } from '../command.mjs';

export const article = (name) => join(root, 'web/demo/articles', `${name}.json`);

/** Demo articles of every kind of body and direction: what the browser shows of them must be what the command prints. */
export const compared = ['tide', 'market', 'archive', 'all-blocks', 'arabic', 'japanese'];

export const printFragment = (name, origin) => execFileSync(command, ['render', '--fragment', '--base', `${origin}/articles/${name}.json`, article(name)], { encoding: 'utf8' });

/** When an element shows all of such a printed article. */
export const untilPrinted = (html) => (html.includes('data-slot=') ? 'slots' : 'ready');

const whole = readFileSync(article('short'));
/** What the server gives for the bad inputs of web/README.md. */
const bad = {
  '/bad/status.json': (response) => response.writeHead(404).end(),
  '/bad/gone-for-good.json': (response) => response.writeHead(410).end(),
  '/bad/refused.json': (response) => response.writeHead(500).end(),
  '/bad/html.json': (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Not found'),
  '/bad/cut.json': (response) => response.writeHead(200).end(whole.subarray(0, whole.length / 2)),
  '/bad/version.json': (response) => response.writeHead(200).end('{"longread": 9}'),
  '/bad/nothing.json': (response) => response.writeHead(200).end(),
  '/bad/other.json': (response) => response.writeHead(200).end('{"a":1}'),
  '/bad/empty.json': (response) => response.writeHead(200).end('{"longread": 1, "title": "T", "body": {"blocks": []}}'),
  '/bad/large.json': (response) => response.writeHead(200).end(Buffer.alloc(20 << 20, 0x20)),
  '/bad/slow.json': () => {},
  '/bad/gone.json': (response) => response.destroy(),
};
export const codes = {
  status: 'http-status', html: 'html-not-json', cut: 'json-syntax', version: 'unsupported-version', empty: 'empty-body',
  large: 'too-large', slow: 'timeout', gone: 'fetch-failed',
};

export function answerPages(request, response, path) {
  if (path === '/bare.html') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><meta charset=utf-8><title>t</title><script type=module src=/longread/longread.js></script>');
    return true;
  }
  if (path === '/no-wasm.html') {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': "script-src 'self'" });
    response.end('<!doctype html><script type=module src=/longread/longread.js></script><long-read src=/articles/short.json><a href=/x>Read</a></long-read>');
    return true;
  }
  if (path === '/strict.html') {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy });
    response.end('<!doctype html><title>t</title><script type=module src=/longread/longread.js></script><long-read src=/articles/tide.json></long-read>');
    return true;
  }
  if (path === '/prerendered.html') {
    const page = execFileSync(command, ['render', '--page', '--src', '/articles/tide.json', '--base', `http://${request.headers.host}/articles/tide.json`, article('tide')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    // The first node is kept before any script of ours runs, to be compared with what stands there later.
    response.end(page.replace('<script type="module"', '<script>addEventListener("DOMContentLoaded", () => { window.first = document.querySelector("long-read").shadowRoot.querySelector("h1"); }); addEventListener("longread-ready", (e) => { window.told = e.detail; });</script><script type="module"'));
    return true;
  }
  const answer = bad[path];
  if (answer) answer(response);
  return Boolean(answer);
}

/**
 * Runs in the page: puts an element on it and resolves to what the element says; with `until: 'slots'` when what stands
 * below the article is there too.
 */
export const showElement = ({ until = 'ready', ...attributes }) => new Promise((resolve) => {
  const element = document.createElement('long-read');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = '<a href="/fallback">Read the article</a>';
  for (const type of [until, 'error']) {
    element.addEventListener(`longread-${type}`, (event) => resolve({ type, code: event.detail.code, html: element.shadowRoot?.innerHTML ?? '', fallback: element.querySelector('a').getClientRects().length > 0 }));
  }
  document.body.append(element);
});
