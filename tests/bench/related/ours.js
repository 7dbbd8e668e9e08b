/** The page's ranking (rank_stories.cpp): the feed's bytes in, places of stories out, as the page gets both. */
export class Ranker {
  #exports;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    this.#exports = /** @type {any} */ (instance.exports);
    this.#exports._initialize?.();
  }

  #put(bytes) {
    const at = this.#exports.alloc(bytes.length);
    new Uint8Array(this.#exports.memory.buffer, at).set(bytes);
    return at;
  }

  /** @param {Uint8Array} lines a story of JSON each */
  build(lines) {
    if (!this.#exports.build(this.#put(lines), lines.length)) throw new Error('a story could not be read');
  }

  /** @param {string} id @param {number} most @returns {number[]} places in the feed, best first */
  ask(id, most) {
    const bytes = new TextEncoder().encode(id);
    const answer = this.#exports.related(this.#put(bytes), bytes.length, most);
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
