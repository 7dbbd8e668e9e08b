#!/usr/bin/env node
/**
 * Writes web/schema/README.md, the documentation of the documents, from the JSON Schemas beside it. `--check` changes
 * nothing and fails where the file is not what the schemas say.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../schema/', import.meta.url);
const names = ['article', 'card', 'feed', 'campaign'];

/** @typedef {Record<string, any>} Schema */

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @param {string} reference */
const nameOf = (reference) => reference.replace(/.*\/|\.schema\.json.*/g, '') || reference.replace(/\.schema\.json.*/, '');

/**
 * What a value may be, in a few words.
 *
 * @param {Schema} schema
 * @returns {string}
 */
function describeType(schema) {
    if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
    if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => `\`${value}\``).join(' ');
    if (schema.$ref) return nameOf(schema.$ref);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices && !schema.type) return [...new Set(choices.map(describeType))].join(' or ');
    if (schema.type === 'array') return `list of ${schema.items ? describeType(schema.items) : 'values'}`;
    const { minimum, maximum } = schema;
    const range = minimum !== undefined && maximum !== undefined ? ` ${minimum} to ${maximum}` : '';
    return (schema.format === 'uri-reference' ? 'URL' : Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'value')) + range;
}

/**
 * A table of an object's members.
 *
 * @param {Schema} schema
 * @returns {string[]} lines
 */
function tableOf({ properties, required = [] }) {
    const rows = Object.entries(properties).map(([name, schema]) => {
        const needed = required.includes(name) ? ' (needed)' : '';
        return `| \`${name}\`${needed} | ${cell(describeType(schema))} | ${cell(schema.description ?? '')} |`;
    });
    return ['| field | value | |', '|---|---|---|', ...rows, ''];
}

/**
 * The objects of a schema, each with its table: itself, its choices, and what it defines.
 *
 * @param {string} title
 * @param {Schema} schema
 * @param {string} level of the heading
 * @returns {string[]}
 */
function documentObject(title, schema, level) {
    const lines = [`${level} ${title}`, ''];
    if (schema.description) lines.push(schema.description, '');
    if (schema.properties) lines.push(...tableOf(schema));
    for (const choice of schema.anyOf ?? schema.oneOf ?? []) {
        if (choice.description) lines.push(choice.description, '');
        if (choice.properties) lines.push(...tableOf(choice));
    }
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
        const inner = member.items?.properties ? member.items : member.properties ? member : undefined;
        if (inner) lines.push(...documentObject(`${title}: ${name}`, inner, level + '#'));
    }
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) {
        lines.push(...documentObject(`${title}: ${name}`, definition, level + '#'));
    }
    return lines;
}

/** @returns {Promise<string>} */
export async function documentSchemas() {
    const lines = [
        '# Documents',
        '',
        'Made from the JSON Schemas in this folder by `node web/tools/document-schemas.mjs`. Unknown fields are ignored, with a note;',
        'fields that begin with `_` are yours. `longread check FILE` reports everything else, with line and column.',
        '',
    ];
    for (const name of names) {
        const schema = JSON.parse(await readFile(new URL(`${name}.schema.json`, folder), 'utf8'));
        lines.push(...documentObject(schema.title, schema, '##'));
    }
    return lines.join('\n').trimEnd() + '\n';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const file = new URL('README.md', folder);
    const text = await documentSchemas();
    if (!process.argv.includes('--check')) await writeFile(file, text);
    else if ((await readFile(file, 'utf8')) !== text) {
        console.error('web/schema/README.md is not what the schemas say: run node web/tools/document-schemas.mjs');
        process.exitCode = 1;
    }
}
