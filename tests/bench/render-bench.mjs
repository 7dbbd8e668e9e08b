// `scripts/bench render`: article document to safe DOM, without a network and without throttling.
import { readFileSync } from 'node:fs';
import { articleJson, articleLinks, articleWords, bodyKinds, checkText } from './article.mjs';
import { launch, withPage } from './browser.mjs';
import { bundleRender, ourFiles, prerender } from './bundles.mjs';
import { interleave } from './interleave.mjs';
import { brotli, noisePng, serve } from './server.mjs';
import { compare, median } from './statistics.mjs';
import { printTable, ratio, time } from './table.mjs';

/** @type {import('./render-page.js').Contestant[]} */
const contestants = [
  { name: 'F0 floor: ready HTML', code: '/f0.js', article: '/ready.json' },
  { name: 'ours, blocks', code: '/view.js', article: '/blocks.json', modules: ['/core.wasm'] },
  { name: 'ours, HTML', code: '/view.js', article: '/html.json', modules: ['/core.wasm'] },
  { name: 'ours, Markdown', code: '/view.js', article: '/markdown.json', modules: ['/core.wasm', '/markdown.wasm'] },
  { name: 'S0h DOMPurify, HTML', code: '/s0h.js', article: '/html.json' },
  { name: 'S0 marked + DOMPurify', code: '/s0.js', article: '/markdown.json' },
  { name: 'S1 S0 + embla, minisearch', code: '/s1.js', article: '/markdown.json' },
];
const in_page = ['render-page.js', 'our-entry.js', 'read-article.js'];
const s0 = contestants.at(-2).name;
const s1 = contestants.at(-1).name;

/** @param {string} dist */
async function contents(dist) {
  const files = {
    '/': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body></body></html>',
    ...Object.fromEntries(in_page.map((name) => [`/${name}`, readFileSync(new URL(name, import.meta.url))])),
    '/ready.json': JSON.stringify({ html: prerender(articleJson('html'), ['--fragment', '--styles', 'none']) }),
    '/hero.png': noisePng(280, 157),
    ...Object.fromEntries([0, 1, 2, 3].map((index) => [`/card-${index}.png`, noisePng(120, 80)])),
    ...ourFiles(dist),
  };
  files['/index.html'] = files['/'];
  for (const body of bodyKinds) files[`/${body}.json`] = articleJson(body);
  for (const name of ['f0', 's0h', 's0', 's1']) files[`/${name}.js`] = await bundleRender(name);
  return files;
}

/** Runs a function of render-page.js. */
function inPage(page, name, ...values) {
  return page.evaluate(
    async ([what, given]) => (await import(new URL('/render-page.js', location.href).href))[what](...given),
    [name, values],
  );
}

/** Every contestant shows the whole article, or its times mean nothing. */
async function checkContestants(browser, url) {
  for (const contestant of contestants) {
    const { name } = contestant;
    const { text, nodes, links, cards, height } = await withPage(browser, url, (page) => inPage(page, 'describe', contestant));
    console.log(`  ${name.padEnd(28)} ${nodes} elements, ${links} links, ${cards} related stories, ${height} px`);
    checkText(name, text);
    if (links !== articleLinks) throw new Error(`${name} has ${links} links in the body, not ${articleLinks}`);
    if (cards !== 4) console.log('    (related stories come later: the others do more here)');
  }
}

/** In several pages, since one process may be luckier than another. */
async function measureWarm(browser, url, rounds, pages) {
  const samples = Object.fromEntries(contestants.map(({ name }) => [name, []]));
  for (let index = 0; index < pages; ++index) {
    const found = await withPage(browser, url, (page) => inPage(page, 'warm', contestants, Math.ceil(rounds / pages)));
    for (const [name, list] of Object.entries(found)) samples[name].push(...list);
  }
  return samples;
}

const coldTotal = ({ load, layout }) => load + layout;

/** Milliseconds of one contestant by figure, each a list of samples. */
const figuresOf = (cold, warm) => ({
  load: cold.map(({ load }) => load),
  first: cold.map(({ first }) => first),
  coldLayout: cold.map(({ layout }) => layout),
  coldReady: cold.map(({ load, first }) => load + first),
  coldTotal: cold.map(coldTotal),
  warm: warm.map(({ render }) => render),
  warmLayout: warm.map(({ layout }) => layout),
});

function printFigures(figures, sizes) {
  const rows = contestants.map(({ name, code, modules = [] }) => {
    const own = figures[name];
    const against = (key, rival) => ratio(compare(own[key], figures[rival][key]).ratio);
    const bytes = [code, ...modules].reduce((sum, path) => sum + sizes[path], 0);
    return [
      name, (bytes / 1024).toFixed(1), ...['load', 'first', 'coldLayout', 'coldTotal', 'warm', 'warmLayout'].map((key) => time(median(own[key]))),
      ...['coldReady', 'coldTotal', 'warm', 'warmLayout'].map((key) => against(key, s0)),
      ...['coldTotal', 'warmLayout'].map((key) => against(key, s1)),
    ];
  });
  printTable(
    ['contestant', 'KiB br', 'load', 'first', '+layout', 'cold all', 'warm', '+layout', 'cold/S0', '+layout', 'warm/S0', '+layout', 'cold/S1', 'warm/S1'],
    rows,
  );
}

function printOurParts(cold, warm) {
  for (const { name, modules } of contestants) {
    if (!modules) continue;
    const parts = (samples, pick) => `core ${time(median(samples.map(({ ask }) => ask)))}, nodes ${time(median(samples.map(({ mount }) => mount)))}, style and layout ${time(median(samples.map(pick)))} ms`;
    console.log(`  ${name}: cold: ${parts(cold[name], ({ first, layout }) => layout - first)}; warm: ${parts(warm[name], ({ render, layout }) => layout - render)}`);
  }
}

/**
 * @param {{dist: string, coldRounds: number, coldSeconds: number, warmRounds: number, warmPages: number}} options
 * @returns {Promise<Record<string, import('./statistics.mjs').Comparison>>} what the budgets ask for
 */
export async function benchRender({ dist, coldRounds, coldSeconds, warmRounds, warmPages }) {
  const files = await contents(dist);
  const server = await serve(files);
  const browser = await launch();
  try {
    const url = `${server.origin}/index.html`;
    console.log(`Article to DOM in Chromium: ${articleWords} words; each shows the same text:`);
    await checkContestants(browser, url);
    const measureCold = (contestant) => withPage(browser, url, (page) => inPage(page, 'cold', contestant));
    const limits = { rounds: coldRounds, seconds: coldSeconds };
    const cold = await interleave(contestants.map((contestant) => [contestant.name, contestant]), limits, measureCold);
    const warm = await measureWarm(browser, url, warmRounds, warmPages);
    const figures = Object.fromEntries(contestants.map(({ name }) => [name, figuresOf(cold[name], warm[name])]));
    console.log(`\nMedians in ms (${cold[s0].length} cold rounds, ${warm[s0].length} warm), and ratios of the same rounds:`);
    const sizes = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, brotli(Buffer.from(bytes)).length]));
    printFigures(figures, sizes);
    printOurParts(cold, warm);
    /** @type {Record<string, import('./statistics.mjs').Comparison>} */
    const results = {};
    for (const body of ['blocks', 'HTML', 'Markdown']) {
      const own = figures[`ours, ${body}`];
      for (const key of ['warm', 'warmLayout', 'coldReady', 'coldTotal']) results[`${key} ${body}`] = compare(figures[s0][key], own[key]);
    }
    results['warm S1'] = compare(figures[s1].warmLayout, figures['ours, HTML'].warmLayout);
    results['warm floor'] = compare(figures[s0].warm, figures[contestants[0].name].warm);
    results['coldReady floor'] = compare(figures[s0].coldReady, figures[contestants[0].name].coldReady);
    return results;
  } finally {
    await browser.close();
    server.close();
  }
}
