#!/usr/bin/env node
/**
 * Makes one program of core.wasm and the modules that borrow from it.
 *
 *   join-modules.mjs list FILE PART...        writes the linker's options for what the parts import from core
 *   join-modules.mjs join FOLDER NAME:END...  FOLDER/NAME_part.wasm -> FOLDER/NAME.wasm, each, core first; END: where its
 *                                             share of the memory ends
 *   join-modules.mjs mark FOLDER NAME...      gives FOLDER/NAME.wasm, each, core first, the mark with which core is smallest
 *
 * A function that is lent has a short name in core's exports and in the part's imports. One of these names is made of
 * what the modules hold, so that modules of different builds never fit together: browsers refuse to link them. Exports that
 * nobody uses go, what must run first runs by itself, and what the linker has laid out must not overlap.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import {
  Reader, export_section, func, global, global_section, import_section, number, readBodies, readExports, readImports, readSections,
  sectionOf, start_section, text, vector, writeSections,
} from './wasm-binary.mjs';

/** No local variables, `nop`, `end`. */
const no_code = '00010b';

/** What the page calls (web/src/view/start-module.js). */
const called = ['memory', 'abi', 'alloc', 'free', 'answer', 'parse'];

/** Every part borrows it, so it can carry the mark of the build. */
const marked = '_ZN8longread11take_memoryEm';

/** The number of the function that has to run before the first call, where there is anything to do in it. */
function findStart(sections) {
  const start = readExports(sections).find(({ name }) => name === '_initialize');
  const imported = readImports(sections).filter(({ kind }) => kind === func).length;
  if (readBodies(sections)[start.index - imported].toString('hex') === no_code) return undefined;
  if (sections.some(([id]) => id === start_section)) throw new Error('two functions that must run first');
  return start.index;
}

/** The value of an exported constant of the linker. */
function readConstant(sections, name) {
  const { kind, index } = readExports(sections).find((entry) => entry.name === name);
  if (kind !== global) throw new Error(`${name} is no constant`);
  const reader = new Reader(sectionOf(sections, global_section));
  reader.number();
  for (let at = 0; ; ++at) {
    // Type and mutability, `i32.const`, the value, `end`.
    if (reader.take(3)[2] !== 0x41) throw new Error('a global of another type');
    const value = reader.number();
    reader.byte();
    if (at === index) return value;
  }
}

const is_borrowed = ({ space, kind }) => space === 'env' && kind === func;

function writeModule(path, sections, imports, exports) {
  const content = {
    [import_section]: vector(imports.map(({ space, name, rest }) => Buffer.concat([text(space), text(name), rest]))),
    [export_section]: vector(exports.map(({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind]), number(index)]))),
  };
  const start = findStart(sections);
  const written = sections.flatMap(([id, bytes]) => {
    const section = [id, content[id] ?? bytes];
    return id === export_section && start !== undefined ? [section, [start_section, number(start)]] : [section];
  });
  writeFileSync(path, writeSections(written));
}

const mark_size = 6;
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shortName = (at) => (at < letters.length ? letters[at] : letters[Math.floor(at / letters.length) - 1] + letters[at % letters.length]);

function list(file, parts) {
  const names = new Set(parts.flatMap((part) => readImports(readSections(readFileSync(part))).filter(is_borrowed).map(({ name }) => name)));
  writeFileSync(file, [...names].sort().map((name) => `-Wl,--export=${name}\n`).join(''));
}

function joinModules(folder, shares) {
  const names = shares.map((share) => share.split(':')[0]);
  const files = names.map((name) => readFileSync(join(folder, `${name}_part.wasm`)));
  const modules = files.map(readSections);
  const mark = createHash('sha256');
  for (const file of files) mark.update(file);
  const borrowed = [...new Set(modules.slice(1).flatMap((part) => readImports(part).filter(is_borrowed).map(({ name }) => name)))].sort();
  const short = new Map(borrowed.map((name, at) => [name, name === marked ? mark.digest('base64url').slice(0, mark_size) : shortName(at)]));
  modules.forEach((sections, at) => {
    const exports = readExports(sections)
      .filter(({ name }) => called.includes(name) || (at === 0 && short.has(name)))
      .map((entry) => ({ ...entry, name: short.get(entry.name) ?? entry.name }));
    const imports = readImports(sections).map((entry) => {
      if (at === 0 || entry.space !== 'env') return entry;
      return { ...entry, space: 'core', name: short.get(entry.name) ?? entry.name };
    });
    writeModule(join(folder, `${names[at]}.wasm`), sections, imports, exports);
    const [end, limit] = [readConstant(sections, '__heap_base'), Number(shares[at].split(':')[1])];
    if (!(end <= limit)) throw new Error(`${names[at]}: constants and stack end at ${end}, behind ${limit}`);
    if (at > 0 && !imports.some(({ name }) => name === short.get(marked))) throw new Error(`${names[at]} borrows no memory`);
  });
}

/** In the export section; every other name is shorter, or one that the page calls. */
const findMark = (sections) => readExports(sections).find(({ name }) => name.length === mark_size && !called.includes(name)).name;

/**
 * Six letters that are others change what brotli makes of core.wasm by up to 140 bytes (measured: 32,188 to 32,329), so of
 * some marks that follow from the first the best one is taken.
 */
function markModules(folder, names) {
  const paths = names.map((name) => join(folder, `${name}.wasm`));
  const [core, ...parts] = paths.map((path) => readFileSync(path));
  const first = findMark(readSections(core));
  const withMark = (bytes, mark) => Buffer.from(bytes.toString('latin1').replaceAll(first, mark), 'latin1');
  const marks = Array.from({ length: 48 }, (_, at) => createHash('sha256').update(`${first}${at}`).digest('base64url').slice(0, mark_size));
  const sizes = marks.map((mark) => brotliCompressSync(withMark(core, mark)).length);
  const best = marks[sizes.indexOf(Math.min(...sizes))];
  [core, ...parts].forEach((bytes, at) => {
    if (bytes.toString('latin1').split(first).length !== 2) throw new Error(`${names[at]}: the mark does not stand there once`);
    writeFileSync(paths[at], withMark(bytes, best));
  });
}

const [verb, target, ...names] = process.argv.slice(2);
if (verb === 'list') list(target, names);
else if (verb === 'join') joinModules(target, names);
else if (verb === 'mark') markModules(target, names);
else {
  console.error('usage: join-modules.mjs list FILE PART... | join FOLDER NAME:END... | mark FOLDER NAME...');
  process.exit(2);
}
