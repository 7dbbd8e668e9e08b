/**
 * The binary form of a WebAssembly module (WebAssembly Core Specification 1.0, section 5), as far as the build changes it.
 */

/** Section numbers and the kinds of what is imported and exported. */
export const import_section = 2;
export const function_section = 3;
export const global_section = 6;
export const export_section = 7;
export const start_section = 8;
export const element_section = 9;
export const code_section = 10;
export const func = 0;
export const memory = 2;
export const global = 3;

export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done() {
    return this.at === this.bytes.length;
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
export function number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

export const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);

/** A vector of pieces that are written already. */
export const vector = (pieces) => Buffer.concat([number(pieces.length), ...pieces]);

/** The sections of a module: [id, content]. */
export function readSections(bytes) {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (!reader.done) sections.push([reader.byte(), reader.take(reader.number())]);
  return sections;
}

export const sectionOf = (sections, id) => sections.find((section) => section[0] === id)?.[1];

/** The module of such sections. */
export function writeSections(sections) {
  return Buffer.concat([
    Buffer.from('\0asm\x01\0\0\0', 'latin1'),
    ...sections.flatMap(([id, bytes]) => [Buffer.from([id]), number(bytes.length), bytes]),
  ]);
}

export function readImports(sections) {
  const reader = new Reader(sectionOf(sections, import_section) ?? Buffer.from([0]));
  const imports = [];
  for (let count = reader.number(); count > 0; --count) {
    const space = reader.name();
    const name = reader.name();
    const begin = reader.at;
    const kind = reader.byte();
    if (kind === func) reader.number();
    else if (kind === memory) {
      const has_maximum = reader.byte();
      reader.number();
      if (has_maximum) reader.number();
    } else throw new Error(`import ${space}.${name} of kind ${kind}`);
    imports.push({ space, name, kind, rest: reader.bytes.subarray(begin, reader.at) });
  }
  return imports;
}

export function readExports(sections) {
  const reader = new Reader(sectionOf(sections, export_section));
  const exports = [];
  for (let count = reader.number(); count > 0; --count) exports.push({ name: reader.name(), kind: reader.byte(), index: reader.number() });
  return exports;
}

/** The bodies of the module's own functions, without their sizes. */
export function readBodies(sections) {
  const reader = new Reader(sectionOf(sections, code_section));
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}
