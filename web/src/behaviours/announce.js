/**
 * A line that only screen readers have, for what has changed.
 *
 * @param {ShadowRoot} root
 */
export function attachStatus(root) {
    const line = document.createElement('p');
    line.className = 'visually-hidden status';
    line.setAttribute('role', 'status');
    root.append(line);
    return () => line.remove();
}

/**
 * @param {ShadowRoot} root
 * @param {string} words
 */
export function announce(root, words) {
    const line = root.querySelector('.status');
    if (line) line.textContent = words;
}
