import DOMPurify from 'dompurify';
import EmblaCarousel from 'embla-carousel';
import { marked } from 'marked';
import MiniSearch from 'minisearch';
import readingTime from 'reading-time/lib/reading-time';
import { articleMarkup } from './article-markup.js';
import { styledRoot } from './host.js';

/** The stories in the order of a search for the article's tags; those that are not found come last. */
function rank({ tags, related }) {
  const index = new MiniSearch({ fields: ['title', 'tags'], extractField: (card, field) => [].concat(card[field]).join(' ') });
  index.addAll(related);
  const order = index.search(tags.map(({ label }) => label).join(' ')).map(({ id }) => id);
  return related.toSorted((a, b) => (order.indexOf(a.id) + 1 || 99) - (order.indexOf(b.id) + 1 || 99));
}

/** S0 with the libraries that one takes for the rest: embla-carousel, minisearch, reading-time. */
export function render(host, article) {
  const body = DOMPurify.sanitize(marked.parse(article.body.markdown));
  const minutes = Math.ceil(readingTime(article.body.markdown).minutes);
  const root = styledRoot(host);
  root.innerHTML = articleMarkup(article, body, rank(article), minutes);
  EmblaCarousel(root.querySelector('.related'), { container: root.querySelector('.cards') });
}
