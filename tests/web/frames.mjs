// Frames as the core writes them, by hand: written apart from web/src/view, so that the two do not share mistakes.
import { attributes, tags } from '../../web/src/view/closed-lists.js';

const encoder = new TextEncoder();

/** @param {number[]} words */
const u32 = (words) => new Uint8Array(new Uint32Array(words).buffer);

/** @param {Uint8Array[]} parts */
function join(parts) {
    return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/**
 * A tree frame. Operations: ['open', name], ['attribute', name, value], ['text', value], ['close']. A name that is on no
 * list is that of a foreign element; a number is a place in the list.
 *
 * @param {(string | number)[][]} operations
 * @param {(text: string) => number} [lengthOf] UTF-16 units, as the core writes them, if not said otherwise
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function treeFrame(operations, lengthOf = (text) => text.length) {
    /** @type {string[]} */
    const pool = [];
    /** @param {string | number} text */
    const put = (text) => lengthOf(pool[pool.push(String(text)) - 1]);
    /** @param {string[]} list @param {string | number} name */
    const placeIn = (list, name) => (typeof name === 'number' ? name : list.indexOf(name));
    const words = operations.flatMap(([kind, name = '', value = '']) => {
        if (kind === 'open') {
            const place = placeIn(tags, name);
            return place < 0 ? [1, 2, put(name)] : [place * 4 + 1];
        }
        if (kind === 'attribute') return [placeIn(attributes, name) * 4 + 2, put(value)];
        if (kind === 'text') return [put(name) * 4 + 3];
        return [0];
    });
    const bytes = encoder.encode(pool.join(''));
    return join([u32([words.length, bytes.length]), u32(words), bytes]);
}

/**
 * As a parser of the page writes it for the core: lengths count bytes.
 *
 * @param {(string | number)[][]} operations
 */
export const parsedFrame = (operations) => treeFrame(operations, (text) => encoder.encode(text).length);
