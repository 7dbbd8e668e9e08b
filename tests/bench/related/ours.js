/** The page's ranking (rank_stories.cpp): the feed's bytes in, places of stories out, as the page gets both. */
export class Ranker {
  #exports;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    this.#exports = /** @type {any} */ (instance.exports);
    this.#exports._initialize?.();
  }

  /** @param {Uint8Array} lines a story of JSON each */
  build(lines) {
    const at = this.#exports.alloc(lines.length);
    new Uint8Array(this.#exports.memory.buffer, at).set(lines);
    if (!this.#exports.build(at, lines.length)) throw new Error('a story could not be read');
  }

  /** @param {number} place of the story in the feed @param {number} most @returns {number[]} places, best first */
  ask(place, most) {
    const answer = this.#exports.related(place, most);
    const memory = this.#exports.memory.buffer;
    return Array.from(new Uint32Array(memory, answer + 4, new Uint32Array(memory, answer, 1)[0]));
  }
}

const nothing = () => 0;

/** @param {WebAssembly.Module} module which imports nothing that it calls */
export async function start(module) {
  /** @type {Record<string, Record<string, () => number>>} */
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = nothing;
  return new Ranker(await WebAssembly.instantiate(module, imports));
}
