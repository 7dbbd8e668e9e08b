// One instance of a module serves all articles of a page: nothing of one is left for the next, and memory does not grow. One
// that has trapped is thrown away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../command.mjs';
import { instances, modules, sabotage, showInPage } from './page.mjs';

const demo = (name) => readFileSync(join(root, 'web/demo/articles', `${name}.json`));
const around = { feeds: [demo('latest')], campaigns: demo('campaigns'), attributes: { src: '/articles/x.json' } };
const show = (name) => showInPage({ article: demo(name), ...around });
/** Parts have none of their own: core's is theirs. */
const memoryOf = (made) => made.reduce((sum, { exports }) => sum + (exports.memory?.buffer.byteLength ?? 0), 0);
const names = ['tide', 'market', 'arabic', 'all-blocks', 'brief', 'japanese', 'short'];

test('500 articles in a row come out of the same instances as the first ones did', async () => {
  instances.length = 0;
  const first = new Map();
  for (const name of names) first.set(name, await show(name));
  const made = [...instances];
  assert.equal(made.length, 3, 'core, slots and Markdown');
  const before = memoryOf(made);
  const broken = demo('tide').subarray(0, 5000);
  for (let turn = 0; turn < 500; ++turn) {
    const name = names[turn % names.length];
    assert.deepEqual(await show(name), first.get(name), `turn ${turn}: ${name}`);
    // What fails on the way leaves nothing either.
    if (turn % 10 === 0) await assert.rejects(showInPage({ article: broken }), { code: 'json-syntax' });
  }
  assert.deepEqual(instances, made);
  assert.equal(memoryOf(made), before);
});

test('a big article takes memory once', async () => {
  instances.length = 0;
  const article = Buffer.from(JSON.stringify({ longread: 1, title: 't', body: { blocks: Array.from({ length: 3000 }, (_, at) => `Paragraph ${at} ${'word '.repeat(60)}`) } }));
  const sizes = [];
  for (let turn = 0; turn < 20; ++turn) {
    await showInPage({ article });
    sizes.push(memoryOf(instances));
  }
  assert.equal(new Set(sizes).size, 1, sizes.join(' '));
  assert.ok(sizes[0] < 16 << 20, `${sizes[0]} bytes for an article of ${article.length}`);
});

/** Answers from outside of the memory: a trap in the middle of the call. */
const trap = ({ answer, memory }) => ({ answer: (_, size) => answer(memory.buffer.byteLength, size) });

test('a trap costs one article; the next has an instance of its own', async () => {
  const good = await show('tide');
  await discardInstances();
  sabotage.next = trap;
  await assert.rejects(show('tide'), (error) => error.code === 'trapped' && /RuntimeError/.test(error.detail));
  const before = instances.length;
  assert.deepEqual(await show('tide'), good);
  assert.equal(instances.length, before + 2, 'core and slots');
});

test('so does a document that needs more memory than there is', async () => {
  const good = await show('brief');
  const feeds = Array.from({ length: 20 }, () => Buffer.alloc(4 << 20, 0x20));
  await assert.rejects(showInPage({ article: demo('tide'), feeds }), { code: 'trapped' });
  assert.deepEqual(await show('brief'), good);
});

/** The page lets go of its instances when nothing was asked for some time. */
const discardInstances = () => new Promise((resolve) => setTimeout(resolve, 2100));

test('a module of another build is refused, and not called with functions that are others now', async () => {
  const good = await show('tide');
  const [slots, core] = ['slots.wasm', 'core.wasm'].map((name) => readFileSync(join(root, 'web/dist', name)));
  const names = WebAssembly.Module.exports(new WebAssembly.Module(core)).map(({ name }) => name);
  const [mark, ...more] = names.filter((name) => name.length === 6 && !['memory', 'answer'].includes(name));
  assert.ok(mark && !more.length, `one mark among ${names}`);
  const at = slots.indexOf(mark);
  assert.ok(at > 0 && slots.indexOf(mark, at + 1) < 0, 'the part asks for it once');
  const other = Buffer.from(slots);
  other[at] ^= 1;
  await discardInstances();
  const kept = modules.get('slots.wasm');
  modules.set('slots.wasm', WebAssembly.compile(other));
  await assert.rejects(show('tide'), { code: 'module-mismatch' });
  modules.set('slots.wasm', kept);
  assert.deepEqual(await show('tide'), good);
});
