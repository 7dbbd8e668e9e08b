import { attributes } from './closed-lists.js';

/**
 * Writes the children of a node as a tree frame (src/model/tree_frame.h), for the core's own policy to judge. Of
 * attributes, those go along that mean something to the core; of elements, all names do.
 *
 * @param {Node} root
 * @returns {Uint8Array}
 */
export function writeTree(root) {
    /** @type {Map<string, number>} */
    const names = new Map();
    /** @type {number[]} */
    const operations = [];
    /** @type {string[]} */
    const pool = [];

    /** @param {string} name */
    const indexOf = (name) => {
        const known = names.get(name) ?? names.size;
        names.set(name, known);
        return known << 2;
    };
    /** @param {Element} element */
    const openElement = (element) => {
        operations.push(indexOf(element.localName) | 1);
        for (const { name, value } of element.attributes) {
            if (!attributes.has(name)) continue;
            operations.push(indexOf(name) | 2, value.length);
            pool.push(value);
        }
    };

    // A walker, because a form's fields can hide its properties (`<input name="nextSibling">`) but not from a walker;
    // and no recursion, because browsers allow trees of 512 levels.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let node = walker.firstChild();
    while (node) {
        if (node instanceof Text) {
            operations.push((node.data.length << 2) | 3);
            pool.push(node.data);
        } else if (node instanceof HTMLFormElement) {
            operations.push(indexOf('form') | 1, 0);
        } else {
            openElement(/** @type {Element} */ (node));
            // Foreign content is dropped by the name of its root, svg or math: its inside is of no use.
            const inside = node instanceof HTMLElement && walker.firstChild();
            if (inside) {
                node = inside;
                continue;
            }
            operations.push(0);
        }
        node = walker.nextSibling();
        while (!node && walker.parentNode() && walker.currentNode !== root) {
            operations.push(0);
            node = walker.nextSibling();
        }
    }
    return assemble([...names.keys()].join('\n') + '\n', operations, pool.join(''));
}

/**
 * @param {string} names
 * @param {number[]} operations
 * @param {string} pool
 */
function assemble(names, operations, pool) {
    const encoder = new TextEncoder();
    const name_bytes = encoder.encode(names);
    const pool_bytes = encoder.encode(pool);
    const names_size = (name_bytes.length + 3) & ~3;
    const frame = new Uint8Array(12 + names_size + operations.length * 4 + pool_bytes.length);
    const view = new DataView(frame.buffer);
    view.setUint32(0, names_size, true);
    view.setUint32(4, operations.length, true);
    view.setUint32(8, pool_bytes.length, true);
    frame.fill(10, 12, 12 + names_size);
    frame.set(name_bytes, 12);
    operations.forEach((operation, index) => view.setUint32(12 + names_size + index * 4, operation, true));
    frame.set(pool_bytes, frame.length - pool_bytes.length);
    return frame;
}
