/** For pages that have rails: `<long-read-rail>`, with or without `<long-read>` beside it. */

import { LongReadRailElement } from './long-read-rail-element.js';

// A second copy of the package leaves it to the first.
if (!customElements.get('long-read-rail')) customElements.define('long-read-rail', LongReadRailElement);
