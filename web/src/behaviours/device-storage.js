/**
 * What a device keeps of its reader, under two names: `longread`, the core's document (src/model/reader_state.h), and
 * `longread-view`, the wish for lists. Where there is no storage, or no more of it, the page keeps them while it is open.
 *
 * @typedef {'longread' | 'longread-view'} Name
 */

/** @type {Map<Name, string>} */
const unkept = new Map();

/** What is called when something is remembered. @type {Set<() => void>} */
const watchers = new Set();

/**
 * @param {() => void} watcher called at once, and whenever the page remembers something
 * @returns {() => void} undoes it
 */
export function onRemember(watcher) {
    watchers.add(watcher);
    watcher();
    return () => watchers.delete(watcher);
}

/**
 * @param {Name} name
 * @returns {string} empty: nothing, or not to be had
 */
export function recall(name) {
    try {
        return unkept.get(name) ?? localStorage.getItem(name) ?? '';
    } catch {
        return '';
    }
}

/**
 * @param {Name} name
 * @param {string} text
 */
export function remember(name, text) {
    try {
        localStorage.setItem(name, text);
    } catch {
        // Blocked or full.
        unkept.set(name, text);
    }
    for (const watcher of watchers) watcher();
}

/** In characters: no document of the core's is longer (src/model/reader_state.h). */
const longest = 1 << 14;

/**
 * Whether the page wants anything remembered, and there is room for it: nobody is asked for anything where it would be
 * forgotten that they have been.
 *
 * @param {Element} host
 */
export function canRemember(host) {
    const probe = 'longread-probe';
    try {
        localStorage.setItem(probe, 'x'.repeat(longest));
        localStorage.removeItem(probe);
        return keepsHistory(host);
    } catch {
        return false;
    }
}

/** @param {Element} host */
export const keepsHistory = (host) => host.getAttribute('history') !== 'off';

/** @param {Name} name */
export function forget(name) {
    unkept.delete(name);
    try {
        localStorage.removeItem(name);
    } catch {
        // Blocked: it has nothing.
    }
}
