import { Failure } from '../failure.js';
import { fetchDocument } from '../fetch-document.js';
import { warn } from '../warn.js';
import { whenIdle } from '../when-ready.js';
import { archive_directory_key, archive_fresh_key, archive_shard_key, wants_key } from '../wire-keys.js';

/** @typedef {import('../view/view.js').Answer} Answer */
/** @typedef {[key: number, bytes: Uint8Array][]} Files */

/** In ms, for all files of one page view. */
const patience = 8000;
/** In bytes, after decompression: as the reader takes (src/read/read_archive.cpp). */
const limit = 256 << 10;

/** By the folder that a file stands in. @type {Record<string, number>} */
const keys = { d: archive_directory_key, s: archive_shard_key, f: archive_fresh_key };

/**
 * Fetches what the related-stories archive that an element names has for its article: the shard that the article is in,
 * or fresh stories of its section. The module says which files these are, unless the element does (`archive-shard`).
 * What does not come is missing, no more.
 *
 * @param {Element} element
 * @param {(files: Files) => Promise<Answer>} ask the module, about the element's article
 * @param {AbortSignal} signal
 * @returns {Promise<Files>}
 */
export async function fetchArchive(element, ask, signal) {
    const folder = element.getAttribute('archive');
    if (folder === null) return [];
    await whenIdle();
    const work = new AbortController();
    const timer = setTimeout(() => work.abort(new Failure('timeout', `after ${patience} ms`)), patience);
    const stop = () => work.abort(signal.reason);
    signal.addEventListener('abort', stop);
    try {
        signal.throwIfAborted();
        const base = new URL(folder.replace(/\/*$/, '/'), document.baseURI);
        /** @param {string} path */
        const fetchFile = async (path) => {
            const url = new URL(path, base).href;
            const bytes = await fetchDocument(url, limit, { signal: work.signal, priority: 'low' });
            // To the module this would say that no file is there.
            if (!bytes.length) throw new Failure('archive-refused', 'empty', url);
            return /** @type {[number, Uint8Array]} */ ([keys[path[0]], bytes]);
        };
        const named = element.getAttribute('archive-shard')?.match(/\S+/g) ?? [];
        if (named.length) {
            const files = await Promise.all(named.map(fetchFile));
            const { notes } = await ask(files);
            // A page may be older than the archive; then its directory knows better.
            if (!notes.some(({ code }) => code === 'archive-stale')) return files;
        }
        return await follow(ask, fetchFile);
    } catch (/** @type {any} */ error) {
        // Without a code: the element was taken away.
        if (error.detail) warn(`${error.url || folder}: ${error.code} ${error.detail}`);
        return [];
    } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
    }
}

/**
 * Fetches one file after the other that the module asks for.
 *
 * @param {(files: Files) => Promise<Answer>} ask
 * @param {(path: string) => Promise<Files[0]>} fetchFile
 * @returns {Promise<Files>}
 */
async function follow(ask, fetchFile) {
    /** @type {Files} */
    let files = [[archive_directory_key, new Uint8Array()]];
    // The directory file, then the one that it leads to.
    for (const folders of [/^d\//, /^[sf]\//]) {
        const { reply, notes } = await ask(files);
        const path = new TextDecoder().decode(reply.get(wants_key));
        // Nothing is wanted where the archive does not have the story, or the directory cannot be read.
        if (!folders.test(path)) {
            warnOfArchive(notes);
            return [];
        }
        files = [await fetchFile(path)];
    }
    return files;
}

/**
 * What a developer should know of files that could not be read.
 *
 * @param {Answer['notes']} notes
 */
export function warnOfArchive(notes) {
    const note = notes.find(({ code }) => code.startsWith('archive-'));
    if (note) warn(`archive: ${note.code} ${note.detail}`);
}
