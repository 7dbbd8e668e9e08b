// Many articles at once: as the command prints them, and as the element builds them in a page.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../command.mjs';

/** @param {import('./cases.mjs').Body} body */
export const articleOf = ({ format, text }) => format === 'document' ? text : JSON.stringify({ longread: 1, title: 'T', body: { [format]: text } });

/**
 * What the command makes of articles: HTML, or `error` and its code. One xargs starts it faster than Node would.
 *
 * @param {string[]} articles documents
 * @param {string} origin of the page that is to make the same
 */
export async function printAll(articles, origin) {
  const place = mkdtempSync(join(tmpdir(), 'longread-bodies-'));
  try {
    articles.forEach((article, index) => writeFileSync(join(place, `${index}.json`), article));
    const xargs = spawn('xargs', ['-P', '2', '-I', '{}', command, 'render', '--fragment', '--base', `${origin}/bodies/{}.json`, '--out', '{}.html', '{}.json'],
      { cwd: place, stdio: ['pipe', 'ignore', 'pipe'] });
    xargs.stdin.end([...articles.keys()].join('\n'));
    let complaints = '';
    for await (const text of xargs.stderr.setEncoding('utf8')) complaints += text;
    const codes = new Map([...complaints.matchAll(/^(\d+)\.json:.*?: ([a-z-]+):/gm)].map(([, index, code]) => [Number(index), code]));
    return articles.map((_, index) => {
      const file = join(place, `${index}.html`);
      return existsSync(file) ? readFileSync(file, 'utf8') : `error ${codes.get(index) ?? complaints}`;
    });
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The server's hook: a page with nothing but the element's script, and the articles. @param {string[]} articles */
export const answerBodies = (articles) => (request, response, path) => {
  if (path === '/bare.html') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><meta charset=utf-8><title>t</title><script type=module src=/longread/longread.js></script>');
    return true;
  }
  const index = /^\/bodies\/(\d+)\.json$/.exec(path)?.[1];
  if (index) response.writeHead(200, { 'Content-Type': 'application/json' }).end(articles[Number(index)]);
  return Boolean(index);
};
