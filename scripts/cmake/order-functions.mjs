#!/usr/bin/env node
/**
 * order-functions.mjs FILE...
 *
 * Gives the functions of a module the order in which brotli finds most of them repeated: alike ones behind one another.
 * Measured: 1 to 2 % less to fetch than in the order of use that wasm-opt leaves. What they do stays the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import * as wasm from './wasm-binary.mjs';

const { Reader, number, vector } = wasm;

/** What follows an instruction, by its first byte: how many numbers, or what must be read otherwise. */
const operands = new Map([
  ...[0x0c, 0x0d, 0x20, 0x21, 0x22, 0x23, 0x24, 0x3f, 0x40, 0x41, 0x42].map((code) => [code, 1]),
  ...[0x02, 0x03, 0x04].map((code) => [code, 1]),
  [0x11, 2],
  ...Array.from({ length: 0x3f - 0x28 }, (_, at) => [0x28 + at, 2]),
]);
const call = 0x10;
const branch_table = 0x0e;
const float_constant = 0x43;
const double_constant = 0x44;
const extended = 0xfc;
/** memory.init, data.drop, memory.copy, memory.fill; those below convert numbers. */
const extended_operands = new Map([
  [8, 2],
  [9, 1],
  [10, 2],
  [11, 1],
]);
/** The first instruction with no operand and no such list behind it, and the last one (sign extension). */
const [first_plain, last_plain] = [0x45, 0xc4];
const plain_control = new Set([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b]);

function skipNumbers(reader, count) {
  for (; count > 0; --count) reader.number();
}

/** Past an instruction that is no call. */
function skipOperands(reader, code) {
  if (operands.has(code)) skipNumbers(reader, operands.get(code));
  else if (code === branch_table) skipNumbers(reader, reader.number() + 1);
  else if (code === float_constant) reader.take(4);
  else if (code === double_constant) reader.take(8);
  else if (code === extended) skipNumbers(reader, extended_operands.get(reader.number()) ?? 0);
  else if (!plain_control.has(code) && !(code >= first_plain && code <= last_plain)) {
    throw new Error(`an instruction that is not known here: 0x${code.toString(16)}`);
  }
}

/** A body as what stands between the numbers of the functions that it calls: [bytes, number, bytes, number ... bytes]. */
function splitCalls(body) {
  const reader = new Reader(body);
  for (let groups = reader.number(); groups > 0; --groups) skipNumbers(reader, 2);
  const pieces = [];
  let begin = 0;
  while (!reader.done) {
    const code = reader.byte();
    if (code !== call) {
      skipOperands(reader, code);
      continue;
    }
    pieces.push(body.subarray(begin, reader.at), reader.number());
    begin = reader.at;
  }
  return [...pieces, body.subarray(begin)];
}

/** The module with its functions in another order. order: places among the module's own functions as they are now. */
function reorder(sections, imported, parts, order) {
  const place = new Map(order.map((old, at) => [old + imported, at + imported]));
  const renumber = (index) => number(place.get(index) ?? index);
  const types = new Reader(wasm.sectionOf(sections, wasm.function_section));
  const type_of = Array.from({ length: types.number() }, () => number(types.number()));
  const written = {
    [wasm.function_section]: () => vector(order.map((old) => type_of[old])),
    [wasm.export_section]: () =>
      vector(
        wasm.readExports(sections).map(({ name, kind, index }) =>
          Buffer.concat([wasm.text(name), Buffer.from([kind]), kind === wasm.func ? renumber(index) : number(index)]),
        ),
      ),
    [wasm.start_section]: (bytes) => renumber(new Reader(bytes).number()),
    [wasm.element_section]: (bytes) => renumberElements(bytes, renumber),
    [wasm.code_section]: () =>
      vector(
        order.map((old) => {
          const body = Buffer.concat(parts[old].map((part) => (typeof part === 'number' ? renumber(part) : part)));
          return Buffer.concat([number(body.length), body]);
        }),
      ),
  };
  return wasm.writeSections(sections.map(([id, bytes]) => [id, written[id]?.(bytes) ?? bytes]));
}

/** One list of functions from a constant place of the table on, as the linker writes it. */
function renumberElements(bytes, renumber) {
  const reader = new Reader(bytes);
  if (reader.number() !== 1 || reader.number() !== 0 || reader.byte() !== 0x41) throw new Error('elements of another kind');
  reader.number();
  reader.byte();
  const head = bytes.subarray(0, reader.at);
  return Buffer.concat([head, vector(Array.from({ length: reader.number() }, () => renumber(reader.number())))]);
}

/** The stretches of five bytes that a function has, hashed. */
function findStretches(body) {
  const stretches = new Set();
  for (let at = 0; at + 5 <= body.length; ++at) {
    let hash = 0;
    for (let i = 0; i < 5; ++i) hash = (Math.imul(hash, 65599) + body[at + i]) | 0;
    stretches.add(hash);
  }
  return stretches;
}

/**
 * Each next function is the one most like the few before it.
 *
 * @param {Set<number>[]} stretches of each function
 * @param {number} first how many keep their places: those that are called most often, whose numbers should stay short
 * @param {number} depth how many of those before are looked at
 */
function orderByLikeness(stretches, first, depth) {
  const order = Array.from({ length: first }, (_, at) => at);
  const left = new Set(stretches.keys());
  for (const at of order) left.delete(at);
  const likeness = (candidate) => {
    let sum = 0;
    order.slice(-depth).forEach((before, at, { length }) => {
      let shared = 0;
      for (const stretch of stretches[candidate]) shared += stretches[before].has(stretch) ? 1 : 0;
      sum += shared / (1 + 0.3 * (length - 1 - at));
    });
    return sum / Math.sqrt(stretches[candidate].size + 20);
  };
  while (left.size) {
    let best = -1;
    let most = -1;
    for (const candidate of left) {
      const value = likeness(candidate);
      if (value > most) [best, most] = [candidate, value];
    }
    order.push(best);
    left.delete(best);
  }
  return order;
}

function orderFunctions(file) {
  const bytes = readFileSync(file);
  const sections = wasm.readSections(bytes);
  const imported = wasm.readImports(sections).filter(({ kind }) => kind === wasm.func).length;
  const bodies = wasm.readBodies(sections);
  const parts = bodies.map(splitCalls);
  const stretches = bodies.map(findStretches);
  const ways = [0, 20, 40, 60].flatMap((first) => [1, 2, 4, 8].map((depth) => [Math.min(first, bodies.length), depth]));
  const candidates = [bytes, ...ways.map(([first, depth]) => reorder(sections, imported, parts, orderByLikeness(stretches, first, depth)))];
  const sizes = candidates.map((candidate) => brotliCompressSync(candidate).length);
  writeFileSync(file, candidates[sizes.indexOf(Math.min(...sizes))]);
}

const files = process.argv.slice(2);
if (!files.length || files[0].startsWith('-')) {
  console.error('usage: order-functions.mjs FILE...');
  process.exit(2);
}
files.forEach(orderFunctions);
