import { parseHtml } from './parse-html.js';
import { callModule, startModule } from './start-module.js';

/** @typedef {import('./start-module.js').Exports} Exports */
/** @typedef {(name: string) => Promise<WebAssembly.Module>} LoadModule */

/** After this time without a call the instances, and the memory they have grown to, are let go. */
const rest_ms = 2000;

/** One instance of each module serves all elements of the page. @type {Map<string, Promise<Exports>>} */
const answering = new Map();
/** @type {Exports | undefined} */
let markdown;
/** @type {ReturnType<typeof setTimeout>} */
let rest;

function letGo() {
    answering.clear();
    markdown = undefined;
}

/** @param {Uint8Array} text */
const parseBytes = (text) => parseHtml(new TextDecoder().decode(text));

/** @type {import('./start-module.js').ParseInside} */
const parseMarkdown = (...places) => markdown?.parse?.(...places);

/**
 * @param {string} name
 * @param {LoadModule} loadModule
 * @returns {Promise<Exports>}
 */
function start(name, loadModule) {
    let exports = answering.get(name);
    if (!exports) {
        // Kept before it is there: others ask meanwhile.
        const core = name === 'core.wasm' ? undefined : start('core.wasm', loadModule);
        exports = Promise.all([loadModule(name), core]).then(([module, lender]) => startModule(module, parseBytes, parseMarkdown, lender));
        answering.set(name, exports);
        exports.catch(letGo);
    }
    return exports;
}

/**
 * Calls a module that answers once.
 *
 * @param {string} name
 * @param {LoadModule} loadModule
 * @param {number} size of the request
 * @param {import('./start-module.js').Fill} fill writes it
 * @returns {Promise<Uint8Array>} the reply
 * @throws {import('../failure.js').Failure}
 */
export async function askModule(name, loadModule, size, fill) {
    const started = start(name, loadModule);
    const exports = await started;
    // Let go of meanwhile: it may have trapped in the hands of another.
    if (answering.get(name) !== started) return askModule(name, loadModule, size, fill);
    clearTimeout(rest);
    rest = setTimeout(letGo, rest_ms);
    try {
        return callModule(exports, size, fill);
    } catch (error) {
        letGo();
        throw error;
    }
}

/**
 * Makes the Markdown parser ready; the core finds it at its next call.
 *
 * @param {LoadModule} loadModule
 */
export async function addMarkdown(loadModule) {
    markdown = await start('markdown.wasm', loadModule);
}
