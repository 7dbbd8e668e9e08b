/**
 * A frame (src/base/frame.h): `u32 count`, then per section `u32 key`, `u32 size`, the bytes, zero padding to 4.
 * Little endian, as WebAssembly's memory is.
 *
 * @typedef {[key: number, content: Uint8Array][]} Sections
 */

/** @param {number} size */
const padded = (size) => (size + 3) & ~3;

/**
 * @param {Sections} sections
 * @returns {number} bytes
 */
export function sizeOfFrame(sections) {
    return sections.reduce((size, [, content]) => size + 8 + padded(content.length), 4);
}

/**
 * Writes a frame to where it is wanted, so that a big document is copied once.
 *
 * @param {Sections} sections
 * @param {Uint8Array} target of sizeOfFrame bytes
 */
export function writeFrame(sections, target) {
    const view = new DataView(target.buffer, target.byteOffset);
    // The room may have been used before: padding is zero.
    target.fill(0);
    view.setUint32(0, sections.length, true);
    let at = 4;
    for (const [key, content] of sections) {
        view.setUint32(at, key, true);
        view.setUint32(at + 4, content.length, true);
        target.set(content, at + 8);
        at += 8 + padded(content.length);
    }
}

/**
 * @param {Uint8Array} frame
 * @returns {Map<number, Uint8Array>} views into the frame; of a key that stands twice, the last
 */
export function readFrame(frame) {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
    const sections = new Map();
    let at = 4;
    for (let count = view.getUint32(0, true); count > 0; --count) {
        const end = at + 8 + view.getUint32(at + 4, true);
        if (end > frame.length) throw new RangeError('section past the end');
        sections.set(view.getUint32(at, true), frame.subarray(at + 8, end));
        at = padded(end);
    }
    return sections;
}
