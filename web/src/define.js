/** For bundles: `import 'longread'`. The files of dist/ stay beside this one. */

// A server that renders the page may import this too.
if ('HTMLElement' in globalThis) {
    // The loader cannot ask for its own URL, since it may be no module: it is told what a tag would tell it.
    globalThis.longreadTag = { src: import.meta.url, dataset: {} };
    await import('./longread.js');
    delete globalThis.longreadTag;
}
