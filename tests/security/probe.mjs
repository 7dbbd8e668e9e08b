// Runs in a page: shows an article, fires everything at it that a reader or a browser could, and tells what was alive
// in it. The same in every browser; ../shared/tools/xss-judge.mjs, which knows more, needs Chromium.

/**
 * What the page's server adds: nothing may run but the page's own script, nothing be fetched but its own files.
 * Pictures and media are what a publisher's article may ask for, so they are stopped without a word. The rest is not
 * stopped, but told: a violation is a finding.
 */
export const probe_headers = {
  'Content-Security-Policy': "img-src 'self'; media-src 'self'",
  'Content-Security-Policy-Report-Only': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'report-sample'; connect-src 'self'; style-src 'self'; img-src * data: blob:; media-src *; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'",
};

/** Before the element's script: whatever runs, runs into one of these. */
export function installProbe() {
  const say = (kind, what) => window.probe.findings.push(`${kind} (${String(what).slice(0, 160)})`);
  window.probe = { findings: [], names: null };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = (...values) => say('executed', `${name} ${values}`);
  for (const name of ['write', 'writeln']) Document.prototype[name] = (...values) => say('executed', `document.${name} ${values}`);
  addEventListener('securitypolicyviolation', (event) => {
    // Chromium tells of the handlers, styles, bases and addresses of documents that DOMParser makes, too, where they do
    // nothing. What of these comes into the page is found there (look).
    const is_inert = event.target === document && (event.blockedURI === 'inline'
      ? /^(script-src-attr|style-src-(attr|elem))$/.test(event.effectiveDirective)
      : event.effectiveDirective === 'base-uri' || event.effectiveDirective === 'media-src' && event.blockedURI === 'javascript');
    if (event.disposition === 'report' && !is_inert) say('policy', `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  }, true);
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) say('executed', `error ${event.message}`);
  }, true);
  addEventListener('unhandledrejection', (event) => say('executed', `rejection ${event.reason}`));
  addEventListener('pagehide', () => say('navigation', location.href));
  // Links are followed only where that runs script, and forms are never sent.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement || node instanceof SVGAElement);
    if (link && !/^\s*javascript:/i.test(link.protocol ?? link.href.baseVal)) event.preventDefault();
  });
  addEventListener('submit', (event) => event.preventDefault());
}

/** @param {{src: string, until: 'ready' | 'slots', html?: string}[]} shown `html`: instead of an article, to try the probe */
export async function probeAll(shown) {
  const types = new Set(['animationstart', 'animationend', 'transitionend', 'focusin', 'focusout', 'begin', 'end', 'repeat']);
  for (const place of [window, Document.prototype, HTMLElement.prototype, SVGElement.prototype, HTMLBodyElement.prototype, HTMLMediaElement.prototype]) {
    for (const name of Object.getOwnPropertyNames(place)) if (name.startsWith('on')) types.add(name.slice(2));
  }
  for (const type of ['click', 'submit', 'message', 'messageerror', 'unload', 'beforeunload', 'pagehide', 'pageswap', 'error', 'securitypolicyviolation']) types.delete(type);
  // The names that pages have: an id or name of the content may take none of them.
  const taken = new Set();
  for (const start of [window, document, HTMLFormElement.prototype]) {
    for (let one = start; one; one = Object.getPrototypeOf(one)) for (const name of Object.getOwnPropertyNames(one)) taken.add(name);
  }
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const look = (root, say) => {
    for (const element of root.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || /^(script|style|link|meta|base|object|embed|iframe|frame|template)$|-/.test(element.localName)) say('element', element.localName);
      for (const { name, value } of element.attributes) {
        if (/^(on|style$|srcdoc$|is$|slot$|ping$|formaction$)/.test(name)) say('attribute', `${element.localName} ${name}`);
        if ((name === 'id' || name === 'name') && taken.has(value)) say('clobber', `${name} ${value}`);
        if (/^(href|src|cite|action|poster|data-action)$/.test(name)) {
          const { protocol } = new URL(value, location.href);
          if (!['http:', 'https:', ...(name === 'href' ? ['mailto:', 'tel:'] : [])].includes(protocol)) say('scheme', `${name} ${value}`);
        }
      }
      if (getComputedStyle(element).position === 'fixed') say('overlay', element.localName);
    }
  };
  const poke = (root) => {
    for (const element of [...root.querySelectorAll('*')].slice(0, 500)) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      element.focus?.();
      for (const type of types) element.dispatchEvent(new Event(type, { cancelable: true }));
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    }
  };

  const show = ({ src, until, html }) => new Promise((resolve) => {
    const element = document.createElement(html === undefined ? 'long-read' : 'div');
    const done = async (text) => {
      const root = element.shadowRoot;
      const found = [];
      if (root && !text.startsWith('error ')) {
        look(root, (kind, what) => found.push(`${kind} (${String(what).slice(0, 160)})`));
        poke(root);
        if (html !== undefined) await wait(100);
      }
      element.remove();
      resolve({ html: text, found });
    };
    if (html !== undefined) {
      element.attachShadow({ mode: 'open' }).innerHTML = html;
      document.body.append(element);
      return void done(html);
    }
    element.setAttribute('src', src);
    element.addEventListener(`longread-${until}`, () => done(element.shadowRoot.innerHTML));
    element.addEventListener('longread-error', ({ detail }) => done(`error ${detail.code}`));
    document.body.append(element);
  });

  window.probe.names ??= new Set(Object.getOwnPropertyNames(window));
  const results = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < shown.length; index = next++) results[index] = await show(shown[index]);
  };
  await Promise.all(Array.from({ length: 8 }, work));
  await wait(200);
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!window.probe.names.has(name)) window.probe.findings.push(`executed (new global ${name})`);
  }
  if (document.baseURI !== location.href) window.probe.findings.push(`executed (base ${document.baseURI})`);
  // What is told by the page as a whole has no article to its name: the caller shows them one by one, if need be.
  return { results, findings: window.probe.findings.splice(0) };
}
