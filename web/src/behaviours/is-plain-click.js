/**
 * Tells a click from one that asks for a new tab or a download, or that the page has taken.
 *
 * @param {MouseEvent} event
 */
export function isPlainClick(event) {
    return !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
