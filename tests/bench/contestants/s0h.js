import DOMPurify from 'dompurify';
import { articleMarkup } from './article-markup.js';
import { styledRoot } from './host.js';

/** DOMPurify alone, for a publisher whose bodies are HTML. */
export function render(host, article) {
  const body = DOMPurify.sanitize(article.body.html);
  const minutes = Math.ceil(article.body.html.split(/\s+/).length / 200);
  styledRoot(host).innerHTML = articleMarkup(article, body, article.related, minutes);
}
