// Runs in the browser. The only place of the benchmark that knows the inside of the package: what view.js exports.
// Pages are measured through the public element alone, so when view.js changes, this file is what to adapt.

/**
 * @param {string} url of view.js
 * @param {Uint8Array} article
 * @param {(name: string) => Promise<WebAssembly.Module>} loadModule
 * @returns {Promise<import('./render-page.js').Render>}
 */
export async function loadOurs(url, article, loadModule) {
  const { askArticle, mount } = await import(url);
  return async (host) => {
    const begin = performance.now();
    const answer = await askArticle(host, article, loadModule);
    const asked = performance.now();
    mount(host, answer);
    return { ask: asked - begin, mount: performance.now() - asked };
  };
}
