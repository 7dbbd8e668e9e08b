/** In px: so near the reader is when what depends on them is decided. */
const near = '500px 0px';

/**
 * Acts once, when the reader comes near a part, out of whose sight it still is.
 *
 * @param {Element} part
 * @param {AbortSignal} signal that stops the waiting
 * @param {() => Promise<void>} act
 */
export function whenNear(part, signal, act) {
    const nearness = new IntersectionObserver(
        (entries) => {
            if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
            nearness.disconnect();
            void act();
        },
        { rootMargin: near },
    );
    nearness.observe(part);
    signal.addEventListener('abort', () => nearness.disconnect());
}

/** @param {Element} part */
export function isInView(part) {
    const { top, bottom } = part.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
}
