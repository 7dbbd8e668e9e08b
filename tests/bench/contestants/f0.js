import { styledRoot } from './host.js';

/** The floor, not a product: the document holds ready HTML that is trusted. */
export function render(host, article) {
  styledRoot(host).innerHTML = article.html;
}
