import { fetchDocument } from '../fetch-document.js';

/** @typedef {import('../view/view.js').LoadModule} LoadModule */

/** In bytes; ten times the largest. */
const module_limit = 1 << 20;

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const own = new Map();

/** The loader's, which keeps what it has compiled. Without one on the page: our own, since nothing is in a hurry here. @type {LoadModule} */
let load = (name) => {
    let module = own.get(name);
    if (!module) {
        const bytes = fetchDocument(new URL(name, import.meta.url).href, module_limit, {});
        module = bytes.then((source) => WebAssembly.compile(/** @type {BufferSource} */ (source)));
        own.set(name, module);
        module.catch(() => own.delete(name));
    }
    return module;
};

/** @param {LoadModule} loadModule */
export function shareModules(loadModule) {
    load = loadModule;
}

/** @type {LoadModule} */
export const loadModule = (name) => load(name);

/** @returns {Promise<import('../view/view.js')>} the one that the loader has, if it has one */
export const loadView = () => import(new URL('view.js', import.meta.url).href);
