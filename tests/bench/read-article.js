// Runs in the browser: what a reader can read, so that contestants can be compared with the article and each other.

/**
 * @param {ParentNode} root
 * @returns {string} headline, dek and body, without the white space, of which one writes more than another
 */
export const readArticle = (root) =>
  ['.headline', '.dek', '.body']
    .map((part) => root.querySelector(part)?.textContent ?? '')
    .join('')
    .replace(/\s+/g, '');
