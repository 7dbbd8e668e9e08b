// Each rule holds for the project as it stands, and is shown to notice a small text that breaks it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import * as checks from './checks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

// What is tracked or about to be, as path -> text; binary files as ''.
function projectFiles() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const files = new Map();
  for (const path of listed.split('\0')) {
    if (!path || !existsSync(join(root, path))) continue;
    const bytes = readFileSync(join(root, path));
    files.set(path, bytes.subarray(0, 8000).includes(0) ? '' : bytes.toString('utf8'));
  }
  return files;
}

const files = projectFiles();
const opening = '// What this header is for, in a sentence.\n#pragma once\n';

// rule: [text that breaks it, text that does not], each a list of [path, text].
const examples = {
  floors: {
    bad: [
      [['src/model/a.h', '#include "read/b.h"\n'], ['src/read/b.h', '']],
      [['src/read/a.cpp', '#include "render/b.h"\n'], ['src/render/b.h', '']],
      [['src/render/a.cpp', ' # include "decide/b.h"\n'], ['src/decide/b.h', '']],
      [['src/base/a.cpp', '#include "model/b.h"\n'], ['src/model/b.h', '']],
      [['src/app/a.cpp', '#include "platform/b.h"\n'], ['src/platform/b.h', '']],
      [['src/app/a.cpp', '#include <base/b.h>\n'], ['src/base/b.h', '']],
      [['src/app/a.cpp', '#include "b.h"\n'], ['src/app/b.h', '']],
      [['src/attic/a.cpp', '']],
    ],
    good: [
      [['src/app/a.cpp', '#include "read/b.h"\n#include "app/c.h"\n'], ['src/read/b.h', ''], ['src/app/c.h', '']],
      [['src/model/a.h', '// #include "read/b.h"\n/*\n#include "read/b.h"\n*/'], ['src/read/b.h', '']],
    ],
  },
  thirdPartyHeaders: {
    bad: [
      [['src/read/a.cpp', '#include <cmark.h>\n']],
      [['src/base/text.cpp', '#include <nlohmann/json.hpp>\n']],
      [['src/read/a.cpp', '#include <unistd.h>\n']],
      [['src/base/json.cpp', '#include <vector>\n']],
    ],
    good: [[['src/read/cmark/memory.h', '#include <cmark.h>\n'], ['src/base/a.cpp', '#include <vector>\n']]],
  },
  heavyMachinery: {
    bad: [
      [['src/base/a.cpp', '#include <iostream>\n']],
      [['src/base/a.cpp', 'void f() { std::printf("x"); }']],
      [['src/base/a.cpp', 'char b[9]; snprintf(b, 9, "x"); ']],
      [['src/read/a.cpp', 'void f() { throw 1; }']],
      [['src/read/a.cpp', 'void f() { try { } catch (...) { } }']],
      [['src/read/a.h', 'std::regex r;']],
      [['src/app/a.cpp', '#include <locale>\n']],
    ],
    good: [
      [['src/platform/cli_main.cpp', '#include <iostream>\nvoid f() { std::printf("x"); }']],
      [['src/base/a.cpp', '#include "base/locale.h"\n// try { printf } catch\nauto s = "throw";']],
      [['src/base/json.cpp', '#define snprintf print_number\n']],
    ],
  },
  macros: {
    bad: [[['src/base/a.h', '#define MAX 3\n']]],
    good: [[['src/base/json.cpp', '#define JSON_NOEXCEPTION 1\n'], ['src/base/a.cpp', '// #define\n']]],
  },
  buildDependentText: {
    bad: [[['src/base/a.cpp', 'auto f = __FILE__;']], [['src/base/a.cpp', 'auto f = __DATE__;']]],
    good: [[['src/base/a.cpp', '// __FILE__\n']]],
  },
  markupOutsideWriter: {
    bad: [
      [['src/render/a.cpp', 'auto s = "<p>";']],
      [['src/render/a.cpp', "char c = '<';"]],
      [['src/render/a.cpp', 'auto s = R"x(a "b" <p>)x";']],
      [['src/render/a.cpp', 'auto n = 1\'000; auto s = "\\"<";']],
    ],
    good: [
      [['src/render/a.cpp', '#include <vector>\nbool b = 1 < 2; // "<p>"\nauto n = 1\'000\'000 << 2; auto s = "a";']],
      [['src/render/html_writer.cpp', 'auto s = "<p>";'], ['src/read/a.cpp', "char c = '<';"]],
    ],
  },
  fileNames: {
    bad: [
      [['src/base/utils.h', '']],
      [['src/base/string_helper.h', '']],
      [['web/src/common.js', '']],
      [['src/base/FooBar.h', '']],
      [['src/base/foo.cc', '']],
      [['tests/unit/frame.cpp', '']],
      [['web/src/longRead.js', '']],
    ],
    good: [[['src/base/tidy_text.h', ''], ['tests/unit/frame_test.cpp', ''], ['web/src/long-read.js', ''], ['src/read/commonmark.h', '']]],
  },
  headers: {
    bad: [
      [['src/base/a.h', '// What this header is for, in a sentence.\nint x;\n']],
      [['src/base/a.h', '#pragma once\nint x;\n']],
      [['src/base/a.h', '// A.\n#pragma once\n']],
      [['src/base/a.h', '// What this header is for, in a sentence.\nint x;\n#pragma once\n']],
    ],
    good: [[['src/base/a.h', opening]]],
  },
  packageHosts: {
    bad: [[['web/x.json', '{"resolved": "https://' + ['registry', 'npmjs', 'org'].join('.') + '/a"}']]],
    good: [[['web/x.json', '{"resolved": "a"}']]],
  },
  topLevel: {
    bad: [[['cmake/a.cmake', '']], [['notes.txt', '']]],
    good: [[['src/a.h', ''], ['README.md', '']]],
  },
};

test('the project has sources to check', () => {
  assert.ok([...files.keys()].filter((path) => path.startsWith('src/')).length > 20);
});

for (const [rule, { bad, good }] of Object.entries(examples)) {
  test(`${rule}: notices what breaks it`, () => {
    for (const example of bad) {
      assert.notDeepEqual(checks[rule](new Map(example)), [], `not noticed: ${JSON.stringify(example)}`);
    }
    for (const example of good) assert.deepEqual(checks[rule](new Map(example)), [], JSON.stringify(example));
  });
  test(`${rule}: holds for the project`, () => assert.deepEqual(checks[rule](files), []));
}
