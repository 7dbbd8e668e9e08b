import { whenIdle } from '../when-ready.js';

/**
 * Resolves when the attribute `loading` lets an element start: `visible` (or about to be), `idle`, else at once.
 *
 * @param {Element} element
 */
export async function whenWanted(element) {
    const mode = element.getAttribute('loading');
    if (mode === 'idle') await whenIdle();
    if (mode === 'visible') {
        await new Promise((resolve) => {
            const observer = new IntersectionObserver(
                (entries) => {
                    if (!entries.some((entry) => entry.isIntersecting)) return;
                    observer.disconnect();
                    resolve(undefined);
                },
                { rootMargin: '600px' },
            );
            observer.observe(element);
        });
    }
}
