/**
 * Resolves when idle, or after 200 ms.
 *
 * @returns {Promise<unknown>}
 */
export function whenIdle() {
    return new Promise(
        // Safari has none.
        (resolve) => window.requestIdleCallback?.(resolve, { timeout: 200 }) ?? setTimeout(resolve, 200),
    );
}

/** Resolves when the document has been parsed. */
export function whenParsed() {
    return new Promise((resolve) =>
        document.readyState === 'loading'
            ? document.addEventListener('DOMContentLoaded', resolve, { once: true })
            : resolve(undefined),
    );
}
