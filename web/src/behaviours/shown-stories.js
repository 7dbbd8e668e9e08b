/** The addresses of articles, as their documents say. @type {WeakMap<Element, string>} */
const addresses = new WeakMap();

/**
 * @param {Element} element
 * @param {string} url of the article that it shows
 */
export function knowAddress(element, url) {
    addresses.set(element, url);
}

/**
 * The stories that elements show: as articles, below them, or in rails.
 *
 * @param {Iterable<Element>} elements
 * @returns {string[]} URLs, as the core wrote them
 */
export const storiesOf = (elements) =>
    [...elements].flatMap((element) => [
        addresses.get(element) ?? '',
        ...[...(element.shadowRoot?.querySelectorAll('.card-link, .rail-item > a') ?? [])].map(
            (link) => link.getAttribute('href') ?? '',
        ),
    ]);

/** @returns {string} the address of the story that a page is about, if it is about one */
export function pageUrl() {
    /** @type {HTMLLinkElement | null} */
    const canonical = document.querySelector('link[rel=canonical]');
    return (canonical?.href || location.href).replace(/#.*/, '');
}
