/** @param {unknown} text for developers */
export function warn(text) {
    console.warn('[longread] ' + text);
}
