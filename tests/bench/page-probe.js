// Runs in every page before its own scripts: notes when the article can be seen and what blocks the main thread.
{
  const probe = { visible: 0, complete: 0, first: 0, largest: 0, tasks: [], memories: [] };
  globalThis.benchProbe = probe;

  const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (probe.first = startTime));
  observe('largest-contentful-paint', ({ startTime }) => (probe.largest = startTime));
  observe('longtask', ({ startTime, duration }) => probe.tasks.push([startTime, duration]));

  const articleRoot = () => document.querySelector('long-read')?.shadowRoot ?? document;
  const isShown = (selector) => articleRoot().querySelector(selector)?.getClientRects().length > 0;

  /** The time after the frame in which `selector` is there at first is painted. */
  const watch = (selector, name) => {
    const look = () => {
      if (!isShown(selector)) return void requestAnimationFrame(look);
      // The frame that this callback belongs to paints it; the message comes after that.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (probe[name] = performance.now());
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  watch('.body p', 'visible');
  // The related stories, which may come later than the text.
  watch('.card:nth-of-type(4)', 'complete');

  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await original.apply(WebAssembly, values);
      const { memory } = (made.instance ?? made).exports;
      // Some modules work in the memory of another.
      if (memory) probe.memories.push(new WeakRef(memory));
      return made;
    };
  }

  /** Bytes of WebAssembly memory that is alive; the browser's own count of memory leaves it out. */
  probe.wasm = () => probe.memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0);

  /** As Lighthouse counts: what tasks last beyond 50 ms, from the first paint on. */
  probe.blocking = () =>
    probe.tasks.reduce((sum, [start, length]) => sum + Math.max(0, Math.min(length, start + length - probe.first) - 50), 0);

  probe.report = async () => {
    const { visible, complete, first, largest } = probe;
    const { readArticle } = await import(new URL('/read-article.js', location.href).href);
    return { visible, complete, fcp: first, lcp: largest, blocking: probe.blocking(), text: readArticle(articleRoot()) };
  };
}
