// A page in Node: web/dist/view.js and the modules beside it as readers get them, over a stand-in for the DOM. There is no
// HTML parser here, as on a page that forbids every one.
import { readFileSync } from 'node:fs';
import { FakeHtmlElement, FakeNode, fake_document } from '../web/fake-dom.mjs';
import { donate_hosts } from './print.mjs';
import { serialise } from './serialise.mjs';

const dist = new URL('../../web/dist/', import.meta.url);

/** Of the page that the articles stand in. */
export const base = 'https://news.example/section/page.html';

/** The same as `now` of the command: pages ask the clock. */
export const now = '2026-11-23T12:00:00.000Z';

class PageDate extends Date {
  constructor(...given) {
    super(...(given.length ? given : [now]));
  }
}

class FakeSheet {
  replaceSync() {}
}

class FakeHost extends FakeHtmlElement {
  shadowRoot = null;
  /** What the element has said, by event. */
  told = {};

  attachShadow() {
    return (this.shadowRoot = new FakeNode());
  }

  dispatchEvent(event) {
    this.told[event.type] = event.detail;
  }
}

/** The instances that the page has made, newest last, and what tests do to the next one. */
export const instances = [];
export const sabotage = { next: undefined };

const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const instance = await instantiate.apply(WebAssembly, given);
  instances.push(instance);
  const change = sabotage.next;
  sabotage.next = undefined;
  return change ? { exports: { ...instance.exports, ...change(instance.exports) } } : instance;
};

Object.assign(globalThis, { Date: PageDate, window: globalThis, document: fake_document, CSSStyleSheet: FakeSheet });
fake_document.baseURI = base;
const { ask, askArticle, mount } = await import(new URL('view.js', dist).href);

/** Compiled, by name: tests put others in their place. */
export const modules = new Map();
/** As assets.js does, from disk. */
const loadModule = async (name) => {
  if (!modules.has(name)) modules.set(name, WebAssembly.compile(readFileSync(new URL(name, dist))));
  return modules.get(name);
};
/** As fill-slots.js does, which has the documents fetched first. */
async function fillSlots(element, { documents, wants_slots }, extras) {
  if (!wants_slots && !extras.length) return [];
  const { nodes, notes } = await ask('slots.wasm', element, [...documents, ...extras], loadModule);
  const root = element.shadowRoot;
  root.firstElementChild.append(nodes);
  const [prompt, tags] = ['[data-slot=prompt]', '.article > .tags'].map((part) => root.querySelector(part));
  if (prompt) tags?.before(prompt);
  return notes;
}

/**
 * Shows an article as long-read-element.js does.
 *
 * @param {{article: Uint8Array, feeds?: Uint8Array[], campaigns?: Uint8Array, attributes?: Record<string, string>}} given
 * @returns {Promise<{html: string, notes: object[]}>}
 * @throws the page's Failure
 */
export async function showInPage({ article, feeds = [], campaigns, attributes = {} }) {
  const element = new FakeHost('long-read');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const extras = [...feeds.map((bytes) => [2, bytes]), ...(campaigns ? [[3, campaigns], [17, Buffer.from(donate_hosts)]] : [])];
  const answer = await askArticle(element, article, loadModule);
  mount(element, answer);
  const notes = await fillSlots(element, answer, extras);
  return { html: serialise(element.shadowRoot), notes: [...answer.notes, ...notes] };
}

/**
 * What slots.wasm answers to sections of a request: a reply's section, its bytes one by one as characters.
 *
 * @param {[number, Uint8Array][]} sections
 * @param {string} at the time
 * @param {'tree' | 'state'} what
 */
export async function askSlots(sections, at, what = 'tree') {
  const { reply } = await ask('slots.wasm', new FakeHost('long-read'), [...sections, [6, Buffer.from(at)]], loadModule);
  return Buffer.from(reply.get(what === 'tree' ? 1 : 6) ?? []).toString('latin1');
}
