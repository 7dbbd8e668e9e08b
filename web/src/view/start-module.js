import { Failure } from '../failure.js';

/**
 * What the page calls of a module (src/README.md): of core.wasm all is its own; the others have but a verb, and core's
 * memory. A buffer belongs to whoever receives it.
 *
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {(size: number) => number} alloc
 * @property {(pointer: number) => void} free
 * @property {() => number} abi
 * @property {(pointer: number, size: number) => number} answer of markdown.wasm it is core's
 * @property {ParseInside} [parse] of markdown.wasm
 */

/** @typedef {(text: Uint8Array) => Uint8Array | undefined} Parse UTF-8 text to a tree frame */
/** @typedef {(tree: number, text: number, parsing: number) => void} ParseInside from one module to the other */
/** @typedef {(room: Uint8Array) => void} Fill */

const abi = 2;

/**
 * Makes an instance of a module, ready to be called. One that has thrown must be thrown away, and all that share its
 * memory: what it was doing is half done.
 *
 * @param {WebAssembly.Module} module
 * @param {Parse} parseHtml
 * @param {ParseInside} parse_markdown
 * @param {Exports} [core] whose functions and memory the module uses
 * @returns {Promise<Exports>}
 * @throws {Failure}
 */
export async function startModule(module, parseHtml, parse_markdown, core) {
    /** @type {Exports} */
    let exports;
    /** @param {number} text @param {number} size */
    const parse_html = (text, size) => serve(exports, parseHtml, text, size);
    const longread = { parse_html, parse_markdown };
    try {
        const instance = await WebAssembly.instantiate(module, /** @type {any} */ ({ longread, core }));
        exports = /** @type {any} */ ({ ...core, ...instance.exports });
    } catch (error) {
        // What is not there to link with, even where there is no core at all, is of another version.
        throw new Failure(error instanceof RangeError ? 'trapped' : 'module-mismatch', error);
    }
    if (exports.abi?.() === abi) return exports;
    throw new Failure('module-mismatch', 'script and module are of different versions: is one of them cached?');
}

/**
 * One call: bytes in, a copy of the bytes that come out.
 *
 * @param {Exports} exports
 * @param {number} size of the request
 * @param {Fill} fill writes it
 */
export function callModule(exports, size, fill) {
    try {
        const request = allocate(exports, size);
        fill(view(exports, request, size));
        const reply = exports.answer(request, size);
        const bytes = receive(exports, reply);
        exports.free(reply);
        return bytes;
    } catch (error) {
        throw error instanceof Failure ? error : new Failure('trapped', error);
    }
}

/**
 * Serves a parser to the module in the middle of a call.
 *
 * @param {Exports} exports
 * @param {Parse} parse
 * @param {number} text
 * @param {number} size
 * @returns {number} pointer to the module's own copy of the tree frame, behind its size; 0: no parser
 */
function serve(exports, parse, text, size) {
    const frame = parse(view(exports, text, size));
    if (!frame) return 0;
    const target = allocate(exports, 4 + frame.length);
    new Uint32Array(exports.memory.buffer, target, 1)[0] = frame.length;
    view(exports, target + 4, frame.length).set(frame);
    return target;
}

/**
 * @param {Exports} exports
 * @param {number} size
 */
function allocate(exports, size) {
    const pointer = exports.alloc(size);
    if (!pointer) throw new RangeError(`no memory for ${size} bytes`);
    return pointer;
}

/**
 * @param {Exports} exports
 * @param {number} pointer to `u32 size` and the bytes
 */
function receive(exports, pointer) {
    if (!pointer) throw new RangeError('no memory for a reply');
    const [size] = new Uint32Array(exports.memory.buffer, pointer, 1);
    return view(exports, pointer + 4, size).slice();
}

/**
 * Made afresh for every use: memory may have grown, and moved, since.
 *
 * @param {Exports} exports
 * @param {number} pointer
 * @param {number} size
 */
function view({ memory }, pointer, size) {
    return new Uint8Array(memory.buffer, pointer, size);
}
