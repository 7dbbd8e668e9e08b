// One page view in a process of its own: code from its file, the feed from memory, one list of related stories.
// Argument: JSON {code, wasm?, feed, place, words}; prints the milliseconds {load, build, ask}.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { code, wasm, feed, place, words } = JSON.parse(process.argv[2]);
const bytes = readFileSync(feed);
const moduleBytes = wasm && readFileSync(wasm);
const times = [performance.now()];
const passed = () => times.push(performance.now());

const engine = await import(pathToFileURL(code).href);
let found;
if (wasm) {
  const ranker = await engine.start(await WebAssembly.compile(moduleBytes));
  passed();
  ranker.build(bytes);
  passed();
  found = ranker.ask(place, 10);
} else {
  passed();
  const index = engine.build(JSON.parse(new TextDecoder().decode(bytes)));
  passed();
  found = engine.ask(index, words, 11);
}
passed();
if (wasm && !found.length) throw new Error(`nothing related to story ${place}`);
const [load, build, ask] = times.slice(1).map((time, step) => time - times[step]);
console.log(JSON.stringify({ load, build, ask }));
