import { Failure } from '../failure.js';

/**
 * What each module of ours exports (src/README.md). A buffer belongs to whoever receives it.
 *
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {(size: number) => number} alloc
 * @property {(pointer: number) => void} free
 * @property {() => number} abi
 * @property {() => void} [_initialize]
 * @property {(pointer: number, size: number) => number} [answer] of core.wasm and slots.wasm
 * @property {(pointer: number, size: number) => number} [parse] of markdown.wasm
 */

/** @typedef {(text: Uint8Array) => Uint8Array | undefined} Parse UTF-8 text to a tree frame */
/** @typedef {(room: Uint8Array) => void} Fill */
/** @typedef {(size: number, fill: Fill) => Uint8Array} Call one call: bytes in, a copy of the bytes that come out */

const abi = 2;

/** EBADF: what is left of Emscripten's system calls would write to a console that is not there. */
const refused = 8;

/**
 * Makes an instance of a module, ready to be called. One that has thrown must be thrown away: what it was doing is
 * half done.
 *
 * @param {WebAssembly.Module} module
 * @param {'answer' | 'parse'} verb
 * @param {Record<string, Parse>} parsers that the module imports, by name
 * @returns {Promise<Call>}
 * @throws {Failure}
 */
export async function startModule(module, verb, parsers) {
    /** @type {Exports} */
    let exports;
    try {
        const instance = await WebAssembly.instantiate(module, makeImports(module, parsers, () => exports));
        exports = /** @type {any} */ (instance.exports);
        exports._initialize?.();
    } catch (error) {
        throw new Failure(error instanceof WebAssembly.LinkError ? 'module-mismatch' : 'trapped', error);
    }
    if (exports.abi?.() !== abi || !exports[verb]) {
        throw new Failure('module-mismatch', 'script and module are of different versions: is one of them cached?');
    }
    return (size, fill) => {
        try {
            const request = allocate(exports, size);
            fill(view(exports, request, size));
            const reply = /** @type {Function} */ (exports[verb])(request, size);
            const bytes = receive(exports, reply);
            exports.free(reply);
            return bytes;
        } catch (error) {
            throw error instanceof Failure ? error : new Failure('trapped', error);
        }
    };
}

/**
 * @param {WebAssembly.Module} module
 * @param {Record<string, Parse>} parsers
 * @param {() => Exports} exports
 * @returns {WebAssembly.Imports}
 */
function makeImports(module, parsers, exports) {
    /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
    const imports = Object.create(null);
    for (const { module: space, name } of WebAssembly.Module.imports(module)) {
        const parse = space === 'longread' && parsers[name];
        imports[space] ??= Object.create(null);
        imports[space][name] = parse
            ? (/** @type {number} */ text, /** @type {number} */ size) => lend(exports(), parse, text, size)
            : () => refused;
    }
    return imports;
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
function lend(exports, parse, text, size) {
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
