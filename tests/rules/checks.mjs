// The rules of the house, each a function over a map of path -> text that returns what breaks it, one sentence each.
// Paths are relative to the root of the project, with forward slashes.
import { posix } from 'node:path';

// The floor of each folder of src/. An include goes to the same folder or to a lower floor.
const floorOf = { platform: 4, app: 3, read: 2, decide: 2, render: 2, model: 1, base: 0 };

// The one file that may include a third-party header, by the first part of the header's name. The files of
// src/read/cmark stand in for three of cmark's own, so each includes the header that it implements.
const thirdPartyHomes = {
  cmark: 'src/read/cmark/memory.h',
  houdini: 'src/read/cmark/entities.cpp',
  scanners: 'src/read/cmark/scanners.cpp',
  utf8: 'src/read/cmark/utf8.cpp',
  nlohmann: 'src/base/json.cpp',
  gumbo: 'src/platform/html_parser_gumbo.cpp',
  libstemmer: 'src/decide/related/stemmers_snowball.cpp',
  brotli: 'src/app/archive/compressed_size.cpp',
};

const topLevelEntries = new Set([
  '.ci', '.clang-format', '.clang-tidy', '.editorconfig', '.gitattributes', '.github', '.gitignore',
  'CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md', 'scripts', 'src', 'tests', 'web',
]);

const isCpp = (path) => /^src\/.*\.(h|cpp)$/.test(path);
const isCommandLine = (path) => /^src\/platform\/cli_[^/]*$/.test(path);
const startsAt = (text, index) => text.slice(0, index).split('\n').length;

function* entries(files, filter) {
  for (const [path, text] of files) if (filter(path)) yield [path, text];
}

// The tokens of C++ text that matter here: comments, string and character literals with their values, and the rest.
export function* tokens(text) {
  const pattern = new RegExp(
    [
      String.raw`(?<comment>//(?:\\\n|[^\n])*|/\*[\s\S]*?\*/)`,
      String.raw`(?:u8|[uUL])?R"(?<mark>[^\s()\\]{0,16})\((?<raw>[\s\S]*?)\)\k<mark>"`,
      String.raw`(?:u8|[uUL])?"(?<string>(?:\\[\s\S]|[^"\\\n])*)"`,
      String.raw`(?:\b(?:u8|[uUL]))?'(?<char>(?:\\[\s\S]|[^'\\\n])+)'`,
      String.raw`(?<number>\b\d(?:'?[\w.])*)`,
      String.raw`(?<code>[A-Za-z_]\w*|\s+|[\s\S])`,
    ].join('|'),
    'gy',
  );
  for (const match of text.matchAll(pattern)) {
    const { comment, raw, string, char, number, code } = match.groups;
    const literal = raw ?? string ?? char;
    if (comment !== undefined) yield { kind: 'comment', text: match[0], index: match.index };
    else if (literal !== undefined) yield { kind: 'literal', text: literal, index: match.index };
    else yield { kind: 'code', text: number ?? code, index: match.index };
  }
}

// The text with comments and literals blanked out, line breaks kept; the names of includes stay.
export function codeOnly(text) {
  let out = '';
  for (const { kind, text: piece } of tokens(text)) {
    const breaks = '\n'.repeat(piece.split('\n').length - 1);
    if (kind === 'code') out += piece;
    else if (kind === 'comment') out += ` ${breaks}`;
    else if (/^[ \t]*#[ \t]*include[ \t]*$/.test(out.slice(out.lastIndexOf('\n') + 1))) out += `"${piece}"`;
    else out += `""${breaks}`;
  }
  return out;
}

// Every include of a text: { name, angled, line }.
export function includesOf(text) {
  return [...codeOnly(text).matchAll(/^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]/gm)].map((match) => ({
    name: match[2],
    angled: match[1] === '<',
    line: startsAt(text, match.index),
  }));
}

// platform -> app -> { read | decide | render } -> model -> base
export function floors(files) {
  const broken = [];
  for (const [path, text] of entries(files, isCpp)) {
    const folder = path.split('/')[1];
    if (!(folder in floorOf)) {
      broken.push(`${path}: no floor is called ${folder}`);
      continue;
    }
    for (const { name, angled, line } of includesOf(text)) {
      const target = name.split('/')[0];
      if (angled) {
        if (target in floorOf) broken.push(`${path}:${line}: our own ${name} in angle brackets`);
        continue;
      }
      if (!files.has(`src/${name}`)) {
        broken.push(`${path}:${line}: ${name} is no file of src/ (write the path from src/)`);
      } else if (target !== folder && !(floorOf[target] < floorOf[folder])) {
        broken.push(`${path}:${line}: ${folder} must not include ${name}`);
      }
    }
  }
  return broken;
}

// Each third-party header in one source file. Standard headers have neither a dot nor a slash; C and system headers
// are the command line's alone.
export function thirdPartyHeaders(files) {
  const broken = [];
  for (const [path, text] of entries(files, isCpp)) {
    for (const { name, angled, line } of includesOf(text)) {
      if (!angled || !/[./]/.test(name)) continue;
      const library = name.split(/[/.]/)[0];
      const home = thirdPartyHomes[library];
      if (home ? home !== path : !isCommandLine(path)) {
        broken.push(`${path}:${line}: <${name}> belongs to ${home ?? 'no file of ours'}`);
      }
    }
  }
  for (const [library, home] of Object.entries(thirdPartyHomes)) {
    if (files.has(home) && !includesOf(files.get(home)).some(({ name, angled }) => angled && name.startsWith(library))) {
      broken.push(`${home}: does not include ${library} any more: is the rule out of date?`);
    }
  }
  return broken;
}

// No streams, formatted printing, locale, regular expressions or exceptions: they cost bytes, or their result depends
// on the machine. The command line may print.
export function heavyMachinery(files) {
  const headers = /^(iostream|ostream|istream|fstream|sstream|iomanip|cstdio|locale|clocale|regex|exception|stdexcept|format|random|chrono|ctime|thread|mutex)$/;
  const words =
    /\bstd\s*::\s*(?:regex|locale|cout|cerr|clog|ofstream|ifstream|stringstream|ostringstream|stod|stof|to_string\s*\(\s*double)\b|\b(?:v?[fs]?n?printf|puts|fputs|fwrite|setlocale|strtod|throw|catch|dynamic_cast|typeid)\b|\btry\s*\{/g;
  const broken = [];
  for (const [path, text] of entries(files, (path) => isCpp(path) && !isCommandLine(path))) {
    for (const { name, angled, line } of includesOf(text)) {
      if (angled && headers.test(name)) broken.push(`${path}:${line}: <${name}>`);
    }
    const code = codeOnly(text);
    for (const match of code.matchAll(words)) {
      // base/json.cpp redirects what the JSON lexer calls: there the names stand in a #define.
      const line = code.slice(code.lastIndexOf('\n', match.index) + 1, match.index);
      if (path === thirdPartyHomes.nlohmann && /^\s*#\s*(define|undef)\s+$/.test(line)) continue;
      broken.push(`${path}:${startsAt(text, match.index)}: ${match[0]}`);
    }
  }
  return broken;
}

// Macros of our own: none, but for what turns a library's calls aside.
export function macros(files) {
  const broken = [];
  for (const [path, text] of entries(files, (path) => isCpp(path) && path !== thirdPartyHomes.nlohmann)) {
    const code = codeOnly(text);
    for (const match of code.matchAll(/^[ \t]*#[ \t]*define\b[^\n]*/gm)) {
      broken.push(`${path}:${startsAt(text, match.index)}: ${match[0].trim()}`);
    }
  }
  return broken;
}

// What would make two builds of the same source differ.
export function buildDependentText(files) {
  const broken = [];
  for (const [path, text] of entries(files, isCpp)) {
    for (const match of codeOnly(text).matchAll(/\b__(FILE|DATE|TIME|TIMESTAMP)__\b/g)) {
      broken.push(`${path}:${startsAt(text, match.index)}: ${match[0]}`);
    }
  }
  return broken;
}

// Only html_writer writes markup: no other file of render has '<' in a literal.
export function markupOutsideWriter(files) {
  const broken = [];
  const inRender = (path) => /^src\/render\/.*\.(h|cpp)$/.test(path) && !/\/html_writer\.(h|cpp)$/.test(path);
  for (const [path, text] of entries(files, inRender)) {
    for (const { kind, text: literal, index } of tokens(text)) {
      if (kind === 'literal' && literal.includes('<')) {
        broken.push(`${path}:${startsAt(text, index)}: "${literal.slice(0, 40)}"`);
      }
    }
  }
  return broken;
}

// snake_case in C++, kebab-case in JavaScript, no name that says nothing.
export function fileNames(files) {
  const broken = [];
  for (const path of files.keys()) {
    const name = posix.basename(path);
    const stem = name.replace(/\..*$/, '');
    if (/^(src|web\/src|web\/tools|scripts|tests\/unit|tests\/fuzz)\//.test(path)) {
      if (/(^|[_-])(utils?|utilities|helpers?|common|managers?|misc)($|[_-])/i.test(stem)) {
        broken.push(`${path}: the name says nothing`);
      }
    }
    if (/^src\//.test(path) && !/^([a-z][a-z0-9_]*\.(h|cpp)|README\.md)$/.test(name)) {
      broken.push(`${path}: files of src/ are snake_case.h, snake_case.cpp or README.md`);
    }
    if (/^tests\/unit\/.*\.cpp$/.test(path) && !/^[a-z][a-z0-9_]*_test\.cpp$/.test(name)) {
      broken.push(`${path}: unit tests are called <file>_test.cpp`);
    }
    if (/^web\/(src|tools)\/.*\.(js|mjs|ts)$/.test(path) && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.d)?\.(js|mjs|ts)$/.test(name)) {
      broken.push(`${path}: files of web/ are kebab-case`);
    }
  }
  return broken;
}

// A header opens with a comment that says what it is for, then #pragma once.
export function headers(files) {
  const broken = [];
  for (const [path, text] of entries(files, (path) => isCpp(path) && path.endsWith('.h'))) {
    const pragma = text.search(/^#pragma once$/m);
    if (pragma < 0) broken.push(`${path}: no #pragma once`);
    const opening = text.match(/^(?:\/\/[^\n]*\n)+/)?.[0] ?? '';
    if (opening.replace(/[^a-z]/gi, '').length < 20) broken.push(`${path}: does not open with a comment that says what it is for`);
    else if (pragma >= 0 && text.slice(opening.length, pragma).trim() !== '') {
      broken.push(`${path}: #pragma once does not follow the opening comment`);
    }
  }
  return broken;
}

// No host that serves packages, scripts or fonts to the world is named anywhere but in this list.
export function packageHosts(files) {
  const hosts = [
    'registry.npmjs', 'npmjs.org', 'unpkg.com', 'jsdelivr', 'cdnjs', 'esm.sh', 'skypack', 'deb.debian.org',
    'fonts.googleapis', 'fonts.gstatic',
  ];
  const broken = [];
  for (const [path, text] of entries(files, (path) => path !== 'tests/rules/checks.mjs')) {
    for (const host of hosts) {
      const index = text.indexOf(host);
      if (index >= 0) broken.push(`${path}:${startsAt(text, index)}: ${host}`);
    }
  }
  return broken;
}

// Few things at the top, so that a newcomer knows where to begin.
export function topLevel(files) {
  const entries = new Set([...files.keys()].map((path) => path.split('/')[0]));
  return [...entries].filter((entry) => !topLevelEntries.has(entry)).map((entry) => `${entry}: not among the top-level entries`);
}
