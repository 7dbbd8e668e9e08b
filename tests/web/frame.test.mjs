// Requests and replies as bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrame, sizeOfFrame, writeFrame } from '../../web/src/view/frame.js';

/** @param {[number, number[]][]} sections */
function write(sections) {
    const views = /** @type {[number, Uint8Array][]} */ (sections.map(([key, bytes]) => [key, Uint8Array.from(bytes)]));
    // Room in the middle of a used memory, as the module's is.
    const memory = new Uint8Array(256).fill(0xaa);
    const room = memory.subarray(8, 8 + sizeOfFrame(views));
    writeFrame(views, room);
    assert.ok(memory.subarray(8 + room.length).every((byte) => byte === 0xaa), 'written past the room');
    return room;
}

test('count, then key, size, bytes and zeros', () => {
    assert.deepEqual([...write([[1, [7, 8, 9, 10, 11]], [2, []], [2, [5]]])], [
        3, 0, 0, 0,
        1, 0, 0, 0, 5, 0, 0, 0, 7, 8, 9, 10, 11, 0, 0, 0,
        2, 0, 0, 0, 0, 0, 0, 0,
        2, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0,
    ]);
    assert.deepEqual([...write([])], [0, 0, 0, 0]);
});

test('what is written is read', () => {
    const sections = readFrame(write([[1, [1, 2, 3]], [9, []], [300, [4]]]));
    assert.deepEqual([...sections].map(([key, bytes]) => [key, [...bytes]]), [[1, [1, 2, 3]], [9, []], [300, [4]]]);
});

test('a frame that is cut is refused', () => {
    const frame = write([[1, [1, 2, 3, 4]], [2, [5, 6, 7, 8]]]);
    for (let size = 0; size < frame.length; ++size) assert.throws(() => readFrame(frame.slice(0, size)), RangeError, `cut at ${size}`);
});
