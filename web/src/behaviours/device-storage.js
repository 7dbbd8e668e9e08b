/**
 * What a device keeps of its reader, under two names: `longread`, the core's document (src/model/reader_state.h), and
 * `longread-view`, the wish for lists. Where there is no storage, or no more of it, the page keeps them while it is open.
 *
 * @typedef {'longread' | 'longread-view'} Name
 */

/** @type {Map<Name, string>} */
const unkept = new Map();

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
}

/** @param {Name} name */
export function forget(name) {
    unkept.delete(name);
    try {
        localStorage.removeItem(name);
    } catch {
        // Blocked: it has nothing.
    }
}
