// The seed page's documents as files for the command, and as pages of the server: rendered in the browser, and printed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../command.mjs';
import { makeArticle, makeCampaigns, makeFeeds, year_end } from './seed-page.mjs';

/** Writes the documents to a folder outside of the repository. */
export function writeSeedFiles(seed) {
  const folder = mkdtempSync(join(tmpdir(), 'longread-seed-'));
  const { filled, empty } = makeFeeds(seed);
  const documents = {
    article: makeArticle(seed), campaigns: makeCampaigns(seed),
    'filled-topic': filled.topic, 'filled-latest': filled.latest, 'empty-topic': empty.topic, 'empty-latest': empty.latest,
  };
  for (const [name, document] of Object.entries(documents)) writeFileSync(join(folder, `${name}.json`), JSON.stringify(document));
  const file = (name) => join(folder, `${name}.json`);

  return {
    file,
    names: Object.keys(documents),
    remove: () => rmSync(folder, { recursive: true }),
    /** @param {'filled' | 'empty'} feeds @param {string[]} options */
    print: (feeds, ...options) => execFileSync(command, ['render', '--feed', file(`${feeds}-topic`), '--feed', file(`${feeds}-latest`), '--campaigns', file('campaigns'),
      '--donate-hosts', 'donate.example', '--now', year_end, ...options, file('article')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  };
}

const asks = 'campaigns=/seed/campaigns.json donate-hosts=donate.example';

const element = (feeds) => `<!doctype html><html lang=en><meta charset=utf-8><title>t</title>
  <script>addEventListener('longread-ready', (event) => { window.notes = event.detail.notes; });</script>
  <script type=module src=/longread/longread.js></script>
  <body><long-read src=/seed/article.json feed="/seed/${feeds}-topic.json /seed/${feeds}-latest.json" ${asks}></long-read>`;

/**
 * A hook for the server: /seed/rendered-filled.html, /seed/printed-empty.html and so on, the documents, and a
 * subscription list that keeps what it was sent.
 *
 * @param {ReturnType<typeof writeSeedFiles>} files
 */
export function makeSeedHook(files) {
  const subscriptions = [];
  const hook = async (request, response, path) => {
    if (request.method === 'POST' && path === '/subscribe') {
      subscriptions.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Thanks</title>');
      return true;
    }
    const [, way, feeds, kind] = /^\/seed\/(?:(rendered|printed)-)?([\w-]+)\.(html|json)$/.exec(path) ?? [];
    if (kind === 'json') response.writeHead(200, { 'Content-Type': 'application/json' }).end(readFileSync(files.file(feeds)));
    if (kind === 'html') {
      const base = `http://${request.headers.host}/seed/article.json`;
      const page = way === 'rendered' ? element(feeds) : files.print(feeds, '--page', '--src', '/seed/article.json', '--base', base).replace('<long-read ', `<long-read ${asks} `);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    }
    return Boolean(kind);
  };
  return { hook, subscriptions };
}
