import embeds from '../embeds.css';
import slots from '../slots.css';

/** The style of what this script adds to an article. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(slots + embeds);

/** A root that is moved to another document loses its sheets. @type {WeakMap<ShadowRoot, CSSStyleSheet[]>} */
const worn = new WeakMap();

/**
 * Gives a root back what it has lost.
 *
 * @param {ShadowRoot} root
 * @param {CSSStyleSheet[]} more that it needs
 */
export function dress(root, ...more) {
    const has = root.adoptedStyleSheets;
    const sheets = [...new Set([...(has.length ? has : (worn.get(root) ?? [])), ...more])];
    worn.set(root, sheets);
    try {
        if (sheets.length > has.length) root.adoptedStyleSheets = sheets;
    } catch {
        // No other document than the one they were made for may have them.
    }
}

/** @param {ShadowRoot} root */
export const adoptSheet = (root) => dress(root, sheet);
