/**
 * What may stand in the page. The core names elements and attributes by their place in these lists, which are Tag and
 * Attr of src/model/html_tree.h (a test compares them): so that even a core gone wrong cannot make a script, a style or
 * an event handler.
 */

const tag_names =
    'a abbr address article aside audio b bdi bdo blockquote br button caption cite code col colgroup data dd ' +
    'del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i iframe ' +
    'img input ins kbd label legend li main mark nav ol output p picture pre q rp rt ruby s samp section ' +
    'small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr';

const attribute_names =
    'action alt aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-label ' +
    'aria-labelledby aria-live autocomplete checked cite class colspan controls data-action data-focus ' +
    'data-form data-longread data-network data-part data-slot data-src datetime decoding dir fetchpriority ' +
    'for height hidden href id inputmode lang loading media method name open part placeholder poster preload ' +
    'referrerpolicy rel required reversed role rowspan scope sizes span src srcset start tabindex target ' +
    'title type value width';

/** In a tree frame, Tag::unknown and Tag::dropped come before them. */
export const tags = ['', '', ...tag_names.split(' ')];

/** And Attr::name_was, the name of an element that is none of ours. */
export const attributes = ['', ...attribute_names.split(' ')];

const url_attributes = new Set('action cite data-action data-src href poster src srcset'.split(' '));

/**
 * Whether an element may be made. Frames are understood in foreign HTML, where they become links, and never made.
 *
 * @param {string | undefined} tag
 * @returns {tag is string}
 */
export const isHarmlessTag = (tag) => !!tag && tag !== 'iframe';

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
