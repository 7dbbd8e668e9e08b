/**
 * What may stand in the page. The core has such lists too (src/model/html_tree.cpp); these are the second lock, so
 * that even a core gone wrong cannot make a script, a frame, a style or an event handler.
 */

/** @param {string} words */
const list = (words) => new Set(words.split(' '));

export const elements = list(
    'a abbr address article aside audio b bdi bdo blockquote br button caption cite code col colgroup data dd del ' +
        'details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input ins ' +
        'kbd label legend li main mark nav ol output p picture pre q rp rt ruby s samp section small source span ' +
        'strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr',
);

export const attributes = list(
    'action alt aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-label aria-labelledby ' +
        'aria-live autocomplete checked cite class colspan controls data-action data-focus data-form data-longread ' +
        'data-network data-part data-slot data-src datetime decoding dir fetchpriority for height hidden href id ' +
        'inputmode lang loading media method name open part placeholder poster preload referrerpolicy rel required ' +
        'reversed role rowspan scope sizes span src srcset start tabindex target title type value width',
);

const url_attributes = list('action cite data-action data-src href poster src srcset');

/**
 * Whether a value may stand in an attribute: URLs are relative, or of the web, or (in links) mail and telephone.
 *
 * @param {string} name
 * @param {string} value
 */
export function isHarmless(name, value) {
    if (!url_attributes.has(name)) return true;
    const allowed = name === 'href' ? /^(https?|mailto|tel):/i : /^https?:/i;
    // A parser of URLs does not see control characters and spaces before the scheme, nor tabs and line breaks in it.
    const urls = name === 'srcset' ? value.split(/[\t\n\f\r ]+/) : [value.replace(/[\0-\x20]+/g, '')];
    return urls.every((url) => !/^[\0-\x20]*[a-z][a-z0-9+.-]*:/i.test(url) || allowed.test(url));
}
