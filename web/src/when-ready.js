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
export async function whenParsed() {
    if (document.readyState !== 'loading') return;
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
}
