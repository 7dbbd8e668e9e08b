/** For bundles: `import 'longread'`. The files of dist/ stay beside this one. */

// A server that renders the page may import this too.
if ('HTMLElement' in globalThis) {
    const { defineElement } = await import('./define-element.js');
    defineElement(import.meta.url);
}
