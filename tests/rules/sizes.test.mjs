// The budgets of bytes, on the files as built (scripts/size prints the table).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const { measure, readDist, withStaticImports } = createRequire(import.meta.url)('../../scripts/size');
const dist = readDist(fileURLToPath(new URL('../../web/dist', import.meta.url)));

const small = (changes = {}) =>
  new Map(
    Object.entries({
      'longread.js': Buffer.from('import("./view.js")'),
      'view.js': Buffer.from('import{a}from"./shared.js";'),
      'shared.js': Buffer.from('export const a=1'),
      'core.wasm': Buffer.from('core'),
      'markdown.wasm': Buffer.from('markdown'),
      ...changes,
    }),
  );
const verdicts = (files) => measure(files).budgets.map(({ ok }) => ok);

test('sizes: static imports count, dynamic ones do not', () => {
  assert.deepEqual(withStaticImports(small(), ['longread.js']), ['longread.js']);
  assert.deepEqual(withStaticImports(small(), ['view.js']), ['view.js', 'shared.js']);
  const forms = 'import "./a.js";\nimport x, { y as z } from \'./b.js\';export*from"./c.js";export{q}from"./d.js";';
  const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.js`);
  assert.deepEqual(withStaticImports(new Map([['m.js', Buffer.from(forms)]]), ['m.js']), ['m.js', ...names]);
});

test('sizes: each budget is noticed when broken', () => {
  assert.deepEqual(verdicts(small()), [true, true, true, true]);
  assert.deepEqual(verdicts(small({ 'longread.js': randomBytes(2100) })), [false, true, true, true]);
  const view = Buffer.concat([Buffer.from('import"./shared.js";'), randomBytes(41 * 1024)]);
  assert.deepEqual(verdicts(small({ 'view.js': view })), [true, false, true, true]);
  assert.deepEqual(verdicts(small({ 'core.wasm': randomBytes(41 * 1024) })), [true, false, true, true]);
  assert.deepEqual(verdicts(small({ 'markdown.wasm': randomBytes(49 * 1024) })), [true, true, false, true]);
  assert.deepEqual(verdicts(small({ 'other.js': randomBytes(141 * 1024) })), [true, true, true, false]);
  const missing = small();
  missing.delete('core.wasm');
  assert.equal(verdicts(missing)[1], false);
});

for (const { name, size, limit, missing, ok } of measure(dist).budgets) {
  test(`sizes: ${name}`, () => {
    assert.deepEqual(missing, [], 'files that are not there');
    assert.ok(ok, `${size} bytes of brotli, the budget is ${limit}`);
  });
}

test('sizes: no module holds the formatted printing or the floating point reading of the C library', () => {
  for (const name of ['core.wasm', 'slots.wasm', 'markdown.wasm']) {
    // The first is printf's table of the null pointer and signs, the second strtod's "infinity".
    const text = dist.get(name)?.toString('latin1') ?? '';
    for (const sign of ['-+   0X0x', '(null)', 'infinity']) {
      assert.ok(!text.includes(sign), `${name} holds "${sign}"`);
    }
  }
});
