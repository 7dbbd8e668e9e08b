import { parseHtml } from './parse-html.js';
import { callModule, startModule } from './start-module.js';

/** @typedef {import('./start-module.js').Exports} Exports */
/** @typedef {(name: string) => Promise<WebAssembly.Module>} LoadModule */

/** After this time without a call the instances, and the memory they have grown to, are let go. */
const rest_ms = 2000;

/** What the Markdown module's reply begins with when HTML follows: the Markdown holds HTML of its own. */
const html_kind = 2;

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

/**
 * @param {Uint8Array} text
 * @returns {string}
 */
const decode = (text) => new TextDecoder().decode(text);

const parsers = {
    parse_html: (/** @type {Uint8Array} */ text) => parseHtml(decode(text)),
    parse_markdown(/** @type {Uint8Array} */ text) {
        const reply = markdown && callModule(markdown, 'parse', text.length, (room) => room.set(text));
        return reply && reply[0] === html_kind ? parseHtml(decode(reply.subarray(4))) : reply?.subarray(4);
    },
};

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
        exports = Promise.all([loadModule(name), core]).then(([module, lender]) => startModule(module, parsers, lender));
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
        return callModule(exports, 'answer', size, fill);
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
