import { Failure } from './failure.js';
import { openUrl } from './open-url.js';

/**
 * Fetches a document as bytes, and no more of them than `limit`.
 *
 * @param {string} url
 * @param {number} limit bytes, after decompression
 * @param {RequestInit} options
 * @returns {Promise<Uint8Array>}
 */
export function fetchDocument(url, limit, options) {
    return openUrl(url, options, async (response) => {
        const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
        const chunks = [];
        let size = 0;
        for (let next; !(next = await reader.read()).done; ) {
            chunks.push(next.value);
            size += next.value.length;
            if (size > limit) {
                void reader.cancel();
                throw new Failure('too-large', `over ${limit} bytes`, url);
            }
        }
        const bytes = new Uint8Array(size);
        for (const chunk of chunks.reverse()) bytes.set(chunk, (size -= chunk.length));
        return bytes;
    });
}
