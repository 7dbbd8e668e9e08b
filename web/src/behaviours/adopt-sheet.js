import embeds from '../embeds.css';
import slots from '../slots.css';

/** The style of what this script adds to an article. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(slots + embeds);

/** @param {ShadowRoot} root */
export function adoptSheet(root) {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
