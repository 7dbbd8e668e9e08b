import { loadModule as loadOwn, setBase } from '../assets.js';

/** @typedef {import('../view/view.js').LoadModule} LoadModule */

setBase(import.meta.url);

/** The loader's, which keeps what it has compiled; without one on the page, our own. */
let load = loadOwn;

/** @param {LoadModule} loadModule */
export function shareModules(loadModule) {
    load = loadModule;
}

/** @type {LoadModule} */
export const loadModule = (name) => load(name);

/** @returns {Promise<import('../view/view.js')>} the one that the loader has, if it has one */
export const loadView = () => import(new URL('view.js', import.meta.url).href);
