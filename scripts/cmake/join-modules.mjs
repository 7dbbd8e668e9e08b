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

const import_section = 2;
const global_section = 6;
const export_section = 7;
const start_section = 8;
const code_section = 10;
/** No local variables, `nop`, `end`. */
const no_code = '00010b';
const func = 0;
const global = 3;

/** What the page calls (web/src/view/start-module.js). */
const called = ['memory', 'abi', 'alloc', 'free', 'answer', 'parse'];

/** Every part borrows it, so it can carry the mark of the build. */
const marked = '_ZN8longread11take_memoryEm';

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(size) {
    return this.bytes.subarray(this.at, (this.at += size));
  }

  name() {
    return this.take(this.number()).toString();
  }
}

/** @param {number} value */
function number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);

/** The sections of a module: [id, content]. */
function readSections(bytes) {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (reader.at < bytes.length) sections.push([reader.byte(), reader.take(reader.number())]);
  return sections;
}

function readImports(sections) {
  const [, bytes] = sections.find(([id]) => id === import_section) ?? [0, Buffer.from([0])];
  const reader = new Reader(bytes);
  const imports = [];
  for (let count = reader.number(); count > 0; --count) {
    const space = reader.name();
    const name = reader.name();
    const begin = reader.at;
    const kind = reader.byte();
    if (kind === func) reader.number();
    else if (kind === 2) {
      const has_maximum = reader.byte();
      reader.number();
      if (has_maximum) reader.number();
    } else throw new Error(`import ${space}.${name} of kind ${kind}`);
    imports.push({ space, name, kind, rest: bytes.subarray(begin, reader.at) });
  }
  return imports;
}

function readExports(sections) {
  const [, bytes] = sections.find(([id]) => id === export_section);
  const reader = new Reader(bytes);
  const exports = [];
  for (let count = reader.number(); count > 0; --count) exports.push({ name: reader.name(), kind: reader.byte(), index: reader.number() });
  return exports;
}

/** The number of the function that has to run before the first call, where there is anything to do in it. */
function findStart(sections) {
  const start = readExports(sections).find(({ name }) => name === '_initialize');
  const imported = readImports(sections).filter(({ kind }) => kind === func).length;
  const reader = new Reader(sections.find(([id]) => id === code_section)[1]);
  reader.number();
  for (let at = imported; at < start.index; ++at) reader.take(reader.number());
  const body = reader.take(reader.number()).toString('hex');
  if (body === no_code) return undefined;
  if (sections.some(([id]) => id === start_section)) throw new Error('two functions that must run first');
  return start.index;
}

/** The value of an exported constant of the linker. */
function readConstant(sections, name) {
  const { kind, index } = readExports(sections).find((entry) => entry.name === name);
  if (kind !== global) throw new Error(`${name} is no constant`);
  const reader = new Reader(sections.find(([id]) => id === global_section)[1]);
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
    [import_section]: [number(imports.length), ...imports.flatMap(({ space, name, rest }) => [text(space), text(name), rest])],
    [export_section]: [number(exports.length), ...exports.flatMap(({ name, kind, index }) => [text(name), Buffer.from([kind]), number(index)])],
  };
  const pieces = [Buffer.from('\0asm\x01\0\0\0', 'latin1')];
  const start = findStart(sections);
  for (const [id, bytes] of sections) {
    const written = content[id] ? Buffer.concat(content[id]) : bytes;
    pieces.push(Buffer.from([id]), number(written.length), written);
    if (id === export_section && start !== undefined) {
      const index = number(start);
      pieces.push(Buffer.from([start_section]), number(index.length), index);
    }
  }
  writeFileSync(path, Buffer.concat(pieces));
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
