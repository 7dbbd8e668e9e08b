// Runs in the browser: times contestants from code and document in memory to nodes in a shadow root.
import { loadOurs } from './our-entry.js';
import { readArticle } from './read-article.js';

/**
 * @typedef {{name: string, code: string, article: string, modules?: string[]}} Contestant paths on the server
 * @typedef {{load: number, first: number, layout: number, ask?: number, mount?: number}} Cold milliseconds
 * @typedef {{render: number, layout: number, ask?: number, mount?: number}} Warm milliseconds
 * @typedef {(host: Element) => Promise<{ask: number, mount: number} | void> | void} Render
 */

const bytesOf = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

/** Nothing of this is timed: afterwards all bytes are in memory. @param {Contestant} contestant */
async function fetchAll({ code, article, modules = [] }) {
  const [script, document, ...wasm] = await Promise.all([code, article, ...modules].map(bytesOf));
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return { url, document, modules: new Map(modules.map((path, index) => [path.slice(1), wasm[index]])) };
}

/** @returns {Promise<Render>} shows the document in an element */
async function load({ url, document, modules }) {
  if (modules.size === 0) {
    const { render } = await import(url);
    return (host) => render(host, JSON.parse(new TextDecoder().decode(document)));
  }
  const compiled = new Map([...modules].map(([name, bytes]) => [name, WebAssembly.compile(bytes)]));
  const loadModule = async (name) => compiled.get(name) ?? WebAssembly.compile(await bytesOf(`/${name}`));
  const [render] = await Promise.all([loadOurs(url, document, loadModule), ...compiled.values()]);
  return render;
}

function makeHost() {
  const host = document.createElement('long-read');
  host.setAttribute('src', '/article.json');
  document.body.append(host);
  void host.offsetHeight;
  return host;
}

/** @param {Render} render @param {(host: HTMLElement) => void} [check] @returns {Promise<Warm>} */
async function renderOnce(render, check) {
  const host = makeHost();
  const begin = performance.now();
  const parts = await render(host);
  const rendered = performance.now();
  void host.offsetHeight;
  const end = performance.now();
  check?.(host);
  host.remove();
  return { render: rendered - begin, layout: end - begin, ...parts };
}

/** A macrotask, in which pictures load and garbage may go. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** @param {Contestant} contestant @returns {Promise<Cold>} */
export async function cold(contestant) {
  const bytes = await fetchAll(contestant);
  await pause();
  const begin = performance.now();
  const render = await load(bytes);
  const loaded = performance.now();
  const { render: first, ...others } = await renderOnce(render);
  return { load: loaded - begin, first, ...others };
}

/**
 * All contestants in turn, again and again.
 *
 * @param {Contestant[]} contestants
 * @param {number} rounds
 * @returns {Promise<Record<string, Warm[]>>}
 */
export async function warm(contestants, rounds) {
  /** @type {[string, Render][]} */
  const renders = [];
  for (const contestant of contestants) renders.push([contestant.name, await load(await fetchAll(contestant))]);
  const samples = Object.fromEntries(renders.map(([name]) => [name, []]));
  const warmup = 40;
  for (let round = -warmup; round < rounds; ++round) {
    for (const [name, render] of renders) {
      const sample = await renderOnce(render);
      if (round >= 0) samples[name].push(sample);
      await pause();
    }
  }
  return samples;
}

/** What a contestant makes, so that a broken one is not called fast. @param {Contestant} contestant */
export async function describe(contestant) {
  const render = await load(await fetchAll(contestant));
  let found;
  await renderOnce(render, ({ shadowRoot, offsetHeight }) => {
    found = {
      text: readArticle(shadowRoot),
      nodes: shadowRoot.querySelectorAll('*').length,
      links: shadowRoot.querySelectorAll('.body a[href]').length,
      cards: shadowRoot.querySelectorAll('.card').length,
      height: offsetHeight,
    };
  });
  return found;
}
