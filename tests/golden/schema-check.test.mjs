// `longread check` says something of every document that breaks its schema, as ajv judges it: the demo's documents, each of
// their values in turn taken away or put in the place of another type.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, root } from '../command.mjs';
import { importWeb } from '../web-modules.mjs';

const Ajv = (await importWeb('ajv/dist/2020.js')).default;
const addFormats = (await importWeb('ajv-formats')).default;

const ajv = new Ajv({ strict: false });
addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
for (const name of ['article', 'card', 'feed', 'campaign']) ajv.addSchema(JSON.parse(readFileSync(join(root, `web/schema/${name}.schema.json`), 'utf8')));

const others = [undefined, null, 7, -1, 'x', true, [], {}, ['x'], [null]];

/** The document with one value changed, for every value and every change. @param {any} document */
function* changesOf(document) {
  /** @param {any} value @param {(string | number)[]} path @returns {Generator<(string | number)[]>} */
  function* pathsOf(value, path) {
    if (path.length) yield path;
    if (value && typeof value === 'object') for (const key of Object.keys(value)) yield* pathsOf(value[key], [...path, key]);
  }
  for (const path of pathsOf(document, [])) {
    for (const other of others) {
      const changed = structuredClone(document);
      const parent = path.slice(0, -1).reduce((value, key) => value[key], changed);
      const key = path[path.length - 1];
      if (other !== undefined) parent[key] = other;
      else if (Array.isArray(parent)) continue;
      else delete parent[key];
      yield { path, changed, other };
    }
  }
}

for (const [file, schema, every] of /** @type {const} */ ([['all-blocks', 'article', 7], ['tide', 'article', 11], ['latest', 'feed', 5], ['campaigns', 'campaign', 1]])) {
  test(`${file}.json`, () => {
    const document = JSON.parse(readFileSync(join(root, `web/demo/articles/${file}.json`), 'utf8'));
    const validate = ajv.getSchema(`${schema}.schema.json`);
    assert.ok(validate?.(document));
    const folder = mkdtempSync(join(tmpdir(), 'longread-schema-'));
    const broken = new Map();
    let count = 0;
    for (const { path, changed, other } of changesOf(document)) {
      // A feed or a campaign file without its list is another kind of document.
      if (++count % every || path[0] === 'items' && path.length === 1 || path[0] === 'campaigns' && path.length === 1 || validate(changed)) continue;
      const name = `${broken.size}.json`;
      writeFileSync(join(folder, name), JSON.stringify(changed));
      broken.set(name, `${path.join('/')} = ${JSON.stringify(other)}: ${validate.errors?.[0]?.message}`);
    }
    const { stdout } = spawnSync(command, ['check', ...broken.keys()], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
    rmSync(folder, { recursive: true });
    const noted = new Set([...stdout.matchAll(/^(\d+\.json)(?::\d+:\d+)?: [a-z-]+: [A-Z]/gm)].map(([, name]) => name));
    assert.ok(broken.size > 100, `${broken.size} broken documents`);
    assert.deepEqual([...broken].filter(([name]) => !noted.has(name)).map(([, what]) => what), []);
  });
}
