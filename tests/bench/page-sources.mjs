import { readFileSync } from 'node:fs';
import { articleJson, bodyKinds } from './article.mjs';
import { bundleElement, ourFiles, prerender, stylesheet } from './bundles.mjs';
import { noisePng } from './server.mjs';

/**
 * @typedef {{key: string, name: string, path: string, main: boolean}} Page main: also when there is little time
 */

const shell_style =
  'body{margin:0;font-family:sans-serif}.masthead,.foot{display:flex;gap:1rem;padding:1rem;border-bottom:1px solid #888}' +
  'long-read{display:block;padding:1rem}';

/** A newsroom's page around the article, the same for all. */
const pageOf = (head, article) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>The town that could not agree on a bridge</title><link rel="icon" href="data:,">
<style>${shell_style}</style>
${head}
</head><body><header class="masthead"><strong>The Daily Example</strong> <a href="/europe">Europe</a> <a href="/opinion">Opinion</a></header>
<main>${article}</main>
<footer class="foot"><a href="/imprint">Imprint</a></footer></body></html>
`;

const script = (path) => `<script type="module" src="${path}"></script>`;
const preload = (path) => `<link rel="preload" as="fetch" href="${path}" crossorigin>`;
const modulepreload = (path) => `<link rel="modulepreload" href="${path}">`;
const element = (path, more = '') => `<long-read src="${path}"${more}><a href="/article.html">Read the article</a></long-read>`;

/** The stylesheet of the shadow root for the same markup without one. */
const withoutShadow = (css) => css.replace(/:host\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g, 'long-read$1').replaceAll(':host', 'long-read');

/** As web/README.md advises. @param {string} article @param {string[]} [more] modules */
const hints = (article, more = []) =>
  modulepreload('/view.js') + ['/core.wasm', ...more, article].map(preload).join('');

/**
 * @param {string} dist
 * @returns {Promise<{pages: Page[], files: Record<string, string | Buffer>}>}
 */
export async function pageSources(dist) {
  const html = articleJson('html');
  const fragment = prerender(html, ['--fragment', '--styles', 'none']);
  const ours = script('/longread.js');
  /** @type {[key: string, name: string, html: string, main?: 'main'][]} */
  const sources = [
    ['P0', 'P0 static HTML', pageOf(`<style>${withoutShadow(await stylesheet())}</style>`, `<long-read>${fragment}</long-read>`), 'main'],
    ['F0', 'F0 floor: ready HTML', pageOf(script('/f0.js'), element('/ready.json')), 'main'],
    ['F0+', 'F0 + preload', pageOf(script('/f0.js') + preload('/ready.json'), element('/ready.json'))],
    ['S0h', 'S0h DOMPurify, HTML', pageOf(script('/s0h.js'), element('/html.json'))],
    ['S0', 'S0 marked + DOMPurify', pageOf(script('/s0.js'), element('/markdown.json')), 'main'],
    ['S0+', 'S0 + preload', pageOf(script('/s0.js') + preload('/markdown.json'), element('/markdown.json'))],
    ['S1', 'S1 S0 + embla, minisearch', pageOf(script('/s1.js'), element('/markdown.json')), 'main'],
    ['ours', 'ours, HTML', pageOf(ours, element('/html.json')), 'main'],
    ['ours+', 'ours, HTML + preload', pageOf(ours + hints('/html.json'), element('/html.json')), 'main'],
    ['ours+blocks', 'ours, blocks + preload', pageOf(ours + hints('/blocks.json'), element('/blocks.json'))],
    [
      'ours+markdown', 'ours, Markdown + preload',
      pageOf(ours + hints('/markdown.json', ['/markdown.wasm']), element('/markdown.json', ' body="markdown"')),
    ],
    ['prerendered', 'ours, pre-rendered', pageOf(ours, prerender(html, ['--src', '/html.json'])), 'main'],
  ];
  const pages = sources.map(([key, name, , main]) => ({ key, name, path: `/page-${key.replace('+', '-with-')}.html`, main: main === 'main' }));
  const files = {
    '/blank.html': pageOf('', ''),
    '/read-article.js': readFileSync(new URL('read-article.js', import.meta.url)),
    '/ready.json': JSON.stringify({ html: fragment }),
    ...Object.fromEntries(bodyKinds.map((body) => [`/${body}.json`, articleJson(body)])),
    '/hero.png': noisePng(280, 157),
    ...Object.fromEntries([0, 1, 2, 3].map((index) => [`/card-${index}.png`, noisePng(120, 80)])),
    ...Object.fromEntries(pages.map(({ path }, index) => [path, sources[index][2]])),
    ...ourFiles(dist),
  };
  for (const name of ['f0', 's0h', 's0', 's1']) files[`/${name}.js`] = await bundleElement(name);
  return { pages, files };
}
