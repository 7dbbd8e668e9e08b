import css from '../../../web/src/longread.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * @param {Element} host
 * @returns {ShadowRoot} with the stylesheet of ours, so that only the machinery differs
 */
export function styledRoot(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

/**
 * A custom element that fetches its article and shows it.
 *
 * @param {(host: Element, article: any) => void} render
 */
export function define(render) {
  customElements.define(
    'long-read',
    class extends HTMLElement {
      async connectedCallback() {
        const response = await fetch(this.getAttribute('src'));
        render(this, await response.json());
      }
    },
  );
}
