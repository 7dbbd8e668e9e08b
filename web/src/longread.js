/** The script that a page includes, as a module or as a classic one: web/README.md has both forms. */

import { defineElement } from './define-element.js';

/** define.js, which has no tag, leaves one here. */
const current = /** @type {HTMLScriptElement | null} */ (globalThis.longreadTag ?? document.currentScript);

/** A module is not told its own tag. However many tags it has, it runs once. */
const tags = current?.src ? [current] : document.querySelectorAll(/** @type {'script'} */ ('script[type=module][src*="longread.js"]'));

if (tags.length) defineElement(tags[0].src);

// `<script src=".../longread.js" data-src="article.json">` stands for an element at this place.
for (const tag of tags) {
    if (!tag.dataset.src) continue;
    const element = document.createElement('long-read');
    for (const { name, value } of tag.attributes) {
        if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
    }
    tag.after(element);
}
