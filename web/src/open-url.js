import { Failure } from './failure.js';

/**
 * Fetches with the plainest request there is, so that `<link rel="preload" as="fetch" crossorigin>` serves it, and
 * hands a good answer on.
 *
 * @template Content
 * @param {string} url
 * @param {AbortSignal | undefined} signal
 * @param {(response: Response) => Promise<Content>} read
 * @returns {Promise<Content>}
 * @throws {Failure} or the signal's reason
 */
export async function openUrl(url, signal, read) {
    try {
        const response = await fetch(url, { signal });
        if (!response.ok) throw new Failure('http-status', response.status, url);
        return await read(response);
    } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof Failure ? error : new Failure('fetch-failed', error, url);
    }
}
