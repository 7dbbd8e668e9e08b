import { attributes, isHarmless, isHarmlessTag, tags } from './closed-lists.js';

/** Two low bits of an operation; the rest is a name's place in its list, or a text's length. */
const open = 1;
const attribute = 2;
const text = 3;

/**
 * Builds nodes from a tree frame (src/model/tree_frame.h). Nothing is parsed, and nothing but the closed lists gets
 * through: works under any Trusted Types policy.
 *
 * @param {Uint8Array} frame
 * @param {Document} page that makes the nodes; an inert one loads no pictures
 * @returns {DocumentFragment}
 * @throws {TypeError} for a name, a URL or a form that is not ours
 */
export function readTree(frame, page) {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
    const operations = 8;
    const pool_start = operations + view.getUint32(0, true) * 4;
    // One string, many slices: that is why lengths count UTF-16 units.
    const pool = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        frame.subarray(pool_start, pool_start + view.getUint32(4, true)),
    );
    let taken = 0;
    /** @param {number} length */
    const take = (length) => pool.slice(taken, (taken += length));

    const root = page.createDocumentFragment();
    /** @type {ParentNode & Node} */
    let parent = root;
    /** @type {Element | undefined} */
    let fresh;
    for (let at = operations; at < pool_start; at += 4) {
        const operation = view.getUint32(at, true);
        const rest = operation >>> 2;
        const kind = operation & 3;
        if (kind === attribute) {
            const name = attributes[rest];
            const value = take(view.getUint32((at += 4), true));
            if (!fresh || !name || !isHarmless(name, value)) refuse(name + '=' + value);
            fresh.setAttribute(name, value);
            continue;
        }
        fresh = undefined;
        if (kind === open) {
            const name = tags[rest];
            if (!isHarmlessTag(name)) refuse('element ' + rest);
            parent = parent.appendChild((fresh = page.createElement(name)));
        } else if (kind === text) {
            parent.appendChild(page.createTextNode(take(rest)));
        } else {
            parent = /** @type {ParentNode & Node} */ (parent.parentNode ?? refuse('close'));
        }
    }
    if (parent !== root || taken !== pool.length) refuse('end');
    return root;
}

/**
 * @param {string} what
 * @returns {never}
 */
function refuse(what) {
    throw new TypeError('not of the closed list: ' + what.slice(0, 99));
}
