import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { articleMarkup } from './article-markup.js';
import { styledRoot } from './host.js';

/** Stories that share the most tags with the article come first: a substring search. */
function rank({ tags, related }) {
  const wanted = tags.map(({ label }) => label.toLowerCase());
  const score = (card) => wanted.filter((tag) => card.tags.join(' ').includes(tag)).length;
  return related.map((card) => [score(card), card]).sort((a, b) => b[0] - a[0]).map(([, card]) => card);
}

/** marked + DOMPurify; the carousel is the stylesheet's scroll-snap. */
export function render(host, article) {
  const body = DOMPurify.sanitize(marked.parse(article.body.markdown));
  const minutes = Math.ceil(article.body.markdown.split(/\s+/).length / 200);
  styledRoot(host).innerHTML = articleMarkup(article, body, rank(article), minutes);
}
