// The JSON Schemas say what the readers read: of the same fields, of the demo's documents, and in the documentation.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { documentSchemas } from '../../web/tools/document-schemas.mjs';
import { importWeb } from '../web-modules.mjs';

const Ajv = (await importWeb('ajv/dist/2020.js')).default;
const addFormats = (await importWeb('ajv-formats')).default;

/** @param {string} path from the top of the repository */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** @param {string} path */
const parse = (path) => JSON.parse(read(path));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
const names = ['article', 'card', 'feed', 'campaign'];
for (const name of names) ajv.addSchema(parse(`web/schema/${name}.schema.json`));

/**
 * @param {string} name
 * @param {unknown} document
 */
function findFaults(name, document) {
    const validate = ajv.getSchema(`${name}.schema.json`);
    assert.ok(validate, name);
    return validate(document) ? [] : (validate.errors ?? []).map((/** @type {any} */ error) => `${error.instancePath} ${error.message}`);
}

test('the demo’s documents are what their schemas say', () => {
    let count = 0;
    for (const file of readdirSync(new URL('../../web/demo/articles/', import.meta.url))) {
        if (file === 'broken.json') continue;
        const document = parse(`web/demo/articles/${file}`);
        const name = document.campaigns ? 'campaign' : document.items ? 'feed' : 'article';
        assert.deepEqual(findFaults(name, document), [], file);
        ++count;
    }
    assert.ok(count > 8);
});

test('a document that is wrong is not', () => {
    const article = parse('web/demo/articles/tide.json');
    for (const change of [{ longread: 2 }, { title: 5 }, { body: 'x' }, { dir: 'up' }, { body: { blocks: [{ type: 'heading', level: 9, text: 'x' }] } }]) {
        assert.notDeepEqual(findFaults('article', { ...article, ...change }), [], JSON.stringify(change));
    }
    assert.notDeepEqual(findFaults('feed', { longread: 1, items: [{ title: 'x' }] }), []);
});

/**
 * The words of a list in the C++ source.
 *
 * @param {string} path
 * @param {string} name of the constant
 */
function wordsOf(path, name) {
    const [, literals] = new RegExp(`${name} =([^;]*);`).exec(read(path)) ?? assert.fail(`no ${name} in ${path}`);
    return [...literals.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('').trim().split(/\s+/);
}

/**
 * @param {any} schema
 * @param {(schema: any) => void} visit
 */
function walk(schema, visit) {
    if (!schema || typeof schema !== 'object') return;
    visit(schema);
    for (const part of Object.values(schema)) walk(part, visit);
}

/** @param {any} schema of something that has a type in its documents */
function typesOf(schema) {
    /** @type {Set<string>} */
    const types = new Set();
    for (const choice of schema.anyOf) {
        const type = choice.properties?.type;
        for (const name of type?.enum ?? (type ? [type.const] : [])) types.add(name);
    }
    return types;
}

test('schema and core know the same fields, blocks and inlines', () => {
    const article = parse('web/schema/article.schema.json');
    assert.deepEqual(Object.keys(article.properties).sort(), wordsOf('src/read/read_article.cpp', 'article_fields').sort());
    // Parts of other blocks have a name in the core, and none in a document.
    const parts = ['list-item', 'table-row', 'table-cell', 'footnote', 'timeline-entry'];
    const blocks = wordsOf('src/read/read_blocks.cpp', 'block_names').filter((name) => !parts.includes(name));
    assert.deepEqual([...typesOf(article.$defs.block)].sort(), blocks.sort());
    assert.deepEqual([...typesOf(article.$defs.inlines)].sort(), wordsOf('src/read/read_blocks.cpp', 'inline_names').sort());
    const known = new Set(wordsOf('src/read/read_blocks.cpp', 'block_fields'));
    for (const choice of article.$defs.block.anyOf) {
        for (const field of Object.keys(choice.properties ?? {})) assert.ok(known.has(field), field);
    }
});

test('every field has a description, or a type that has one', () => {
    for (const name of names) {
        walk(parse(`web/schema/${name}.schema.json`), (schema) => {
            for (const [field, member] of Object.entries(schema.properties ?? {})) {
                if (typeof member !== 'object' || 'const' in member) continue;
                const said = member.description || member.$ref || member.enum || member.type || member.anyOf;
                assert.ok(said, `${name}: ${field}`);
            }
        });
    }
});

test('the documentation is what the schemas say', async () => {
    assert.equal(read('web/schema/README.md'), await documentSchemas());
});
