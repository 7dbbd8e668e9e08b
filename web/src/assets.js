import { Failure } from './failure.js';
import { openUrl } from './open-url.js';

/** The files of the package that a page fetches after the loader, each of them once for all elements. */

let base = '';

/** @type {Map<string, Promise<any>>} */
const started = new Map();

/** @param {string} url of a file that stands beside the others */
export function setBase(url) {
    base = url;
}

/**
 * @param {string} name
 * @param {(url: string) => Promise<any>} load
 */
function once(name, load) {
    let asset = started.get(name);
    if (!asset) {
        asset = load(new URL(name, base).href);
        started.set(name, asset);
        // What failed may be there the next time that somebody asks.
        asset.catch(() => started.delete(name));
    }
    return asset;
}

/**
 * @param {string} name
 * @returns {Promise<any>} its exports
 */
export function loadScript(name) {
    return once(name, (url) =>
        import(url).catch((error) => {
            throw new Failure('fetch-failed', error, url);
        }),
    );
}

/**
 * @param {string} name
 * @returns {Promise<WebAssembly.Module>}
 */
export function loadModule(name) {
    return once(name, (url) =>
        openUrl(url, {}, async (response) => {
            try {
                // Compiles while it streams, which browsers refuse for any other media type.
                return await (response.headers.get('content-type') === 'application/wasm'
                    ? WebAssembly.compileStreaming(response)
                    : WebAssembly.compile(await response.arrayBuffer()));
            } catch (error) {
                // The network's errors are TypeErrors; all others mean that this page may not, or cannot.
                throw error instanceof TypeError ? error : new Failure('wasm-blocked', error, url);
            }
        }),
    );
}
