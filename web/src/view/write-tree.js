import { attributes, tags } from './closed-lists.js';

/** @param {string[]} names */
const placesOf = (names) => new Map(names.map((name, place) => [name, place]));

const tag_places = placesOf(tags);
const attribute_places = placesOf(attributes);

/**
 * Writes the children of a node as a tree frame (src/model/tree_frame.h), for the core's own policy to judge. Of
 * attributes, those go along that mean something to the core; of elements, all do, those that mean nothing by name.
 *
 * @param {Node} root
 * @returns {Uint8Array}
 */
export function writeTree(root) {
    /** @type {number[]} */
    const operations = [];
    /** The texts of the pool, and at which operation the length of each has to stand. @type {[number, string][]} */
    const pool = [];

    /**
     * @param {number} place
     * @param {string} value
     */
    const putAttribute = (place, value) => {
        pool.push([operations.push((place << 2) | 2, 0) - 1, value]);
    };
    /** @param {string} name */
    const openTag = (name) => {
        const place = tag_places.get(name) ?? 0;
        operations.push((place << 2) | 1);
        if (!place) putAttribute(0, name);
    };
    /** @param {Element} element */
    const openElement = (element) => {
        openTag(element.localName);
        for (const { name, value } of element.attributes) {
            const place = attribute_places.get(name);
            if (place) putAttribute(place, value);
        }
    };

    // A walker, because a form's fields can hide its properties (`<input name="nextSibling">`) but not from a walker;
    // and no recursion, because browsers allow trees of 512 levels.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let node = walker.firstChild();
    while (node) {
        if (node instanceof Text) {
            pool.push([operations.push(3) - 1, node.data]);
        } else if (node instanceof HTMLFormElement) {
            openTag('form');
            operations.push(0);
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
    return assemble(operations, pool);
}

/**
 * @param {number[]} operations
 * @param {[number, string][]} pool
 */
function assemble(operations, pool) {
    const encoder = new TextEncoder();
    const pool_start = 8 + operations.length * 4;
    // No UTF-16 unit takes more than three bytes.
    const frame = new Uint8Array(pool.reduce((size, [, text]) => size + text.length * 3, pool_start));
    let end = pool_start;
    for (const [at, text] of pool) {
        const { written } = encoder.encodeInto(text, frame.subarray(end));
        end += written;
        operations[at] = operations[at] === 3 ? (written << 2) | 3 : written;
    }
    const view = new DataView(frame.buffer);
    view.setUint32(0, operations.length, true);
    view.setUint32(4, end - pool_start, true);
    operations.forEach((operation, index) => view.setUint32(8 + index * 4, operation, true));
    return frame.subarray(0, end);
}
