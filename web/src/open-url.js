import { Failure } from './failure.js';

/**
 * Fetches with the plainest request there is, so that `<link rel="preload" as="fetch" crossorigin>` serves it, and
 * hands a good answer on.
 *
 * @template Content
 * @param {string} url
 * @param {RequestInit} options
 * @param {(response: Response) => Promise<Content>} read
 * @returns {Promise<Content>}
 * @throws {Failure} or the signal's reason
 */
export async function openUrl(url, options, read) {
    try {
        const response = await fetch(url, options);
        if (!response.ok) throw new Failure('http-status', response.status, url);
        return await read(response);
    } catch (error) {
        options.signal?.throwIfAborted();
        throw error instanceof Failure ? error : new Failure('fetch-failed', error, url);
    }
}
