// The second lock: what may come into the page, whatever the core says.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { attributes, isHarmless, isHarmlessTag, tags } from '../../web/src/view/closed-lists.js';
import { readTree } from '../../web/src/view/read-tree.js';
import { fake_document, outline } from './fake-dom.mjs';
import { treeFrame } from './frames.mjs';

/** @param {(string | number)[][]} operations */
const read = (operations) => outline(readTree(treeFrame(operations), fake_document));

test('nodes, attributes and text come out in order', () => {
    const operations = [['open', 'p'], ['attribute', 'id', 'x'], ['attribute', 'lang', 'en'], ['text', 'Hi '], ['open', 'b'], ['text', 'you'], ['close'], ['close'], ['text', 'end']];
    assert.equal(read(operations), '<p id=x lang=en>"Hi " <b>"you" </> </> "end"');
    assert.equal(read([]), '');
});

test('lengths count UTF-16 units, also past a byte order mark, an emoji and an empty text', () => {
    const texts = ['\ufeffé', '', '😀', 'ال', '日本', '\u0000'];
    assert.equal(read(texts.map((text) => ['text', text])), texts.map((text) => JSON.stringify(text)).join(' '));
});

test('names outside the closed lists are refused', () => {
    for (const place of [0, 1, tags.length, 0x3fffffff]) assert.throws(() => read([['open', place], ['close']]), TypeError, `${place}`);
    assert.throws(() => read([['open', 'iframe'], ['close']]), TypeError);
    for (const place of [0, attributes.length, 0x3fffffff]) {
        assert.throws(() => read([['open', 'a'], ['attribute', place, 'x'], ['close']]), TypeError, `${place}`);
    }
    for (const name of ['script', 'style', 'object', 'embed', 'svg', 'math', 'template', 'frame', 'link', 'meta', 'base']) {
        assert.ok(!tags.includes(name), name);
    }
    assert.deepEqual(attributes.filter((name) => /^on|^style$|srcdoc|formaction|^is$|nonce|:/.test(name)), []);
});

test('URLs that run something are refused, however they are spelt', () => {
    const bad = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:x', '\u0001javascript:x', 'java\nscript:x', 'java\tscript:x', 'data:text/html,x', 'vbscript:x', 'blob:x', 'file:///etc', 'about:blank'];
    for (const url of bad) {
        for (const name of ['href', 'src', 'action', 'poster', 'cite', 'data-action', 'data-src']) {
            assert.equal(isHarmless(name, url), false, `${name}=${JSON.stringify(url)}`);
        }
        assert.throws(() => read([['open', 'a'], ['attribute', 'href', url], ['close']]), TypeError);
    }
    assert.equal(isHarmless('srcset', 'https://a.example/1.jpg 1x, javascript:x 2x'), false);
    assert.equal(isHarmless('src', 'mailto:a@b.example'), false);
});

test('URLs of the web are not', () => {
    for (const url of ['https://a.example/', 'HTTP://a.example', '//a.example/x', '/x:y', 'x/y:z', '#lr-fn-1', '?a=b:c', '', 'mailto:a@b.example', 'tel:+1']) {
        assert.equal(isHarmless('href', url), true, url);
    }
    assert.equal(isHarmless('srcset', 'https://a.example/1,b:c.jpg 1x, /2.jpg 480w'), true);
    assert.equal(isHarmless('alt', 'javascript: a book'), true);
});

test('a frame that is not whole is refused', () => {
    const bad = [
        [['close']],
        [['open', 'p']],
        [['text', 'x'], ['attribute', 'id', 'x']],
        [['open', 'p'], ['close'], ['attribute', 'id', 'x']],
    ];
    for (const operations of bad) assert.throws(() => read(operations), TypeError, JSON.stringify(operations));
    const frame = treeFrame([['open', 'p'], ['text', 'text'], ['close']]);
    for (let size = 0; size < frame.length; ++size) {
        assert.throws(() => readTree(frame.slice(0, size), fake_document), `cut at ${size}`);
    }
});

test('the lists are those of the core, in its order', () => {
    const header = readFileSync(new URL('../../src/model/html_tree.h', import.meta.url), 'utf8');
    /** @param {string} type */
    const valuesOf = (type) => {
        const [, body] = new RegExp(`enum class ${type} : std::uint8_t \\{(.*?)\\};`, 's').exec(header) ?? [];
        const names = body.replace(/\/\/.*/g, '').split(',').map((name) => name.trim()).filter(Boolean);
        return names.slice(0, -1).map((name) => name.replace(/_$/, '').replaceAll('_', '-'));
    };
    const [unknown, dropped, ...elements] = valuesOf('Tag');
    assert.deepEqual([unknown, dropped], ['unknown', 'dropped']);
    assert.deepEqual(tags, ['', '', ...elements]);
    const [name_was, ...names] = valuesOf('Attr');
    assert.equal(name_was, 'name-was');
    assert.deepEqual(attributes, ['', ...names]);
    assert.ok(elements.length > 70 && names.length > 60);
});

test('what render makes may stand in the page', () => {
    const folder = new URL('../../src/render/', import.meta.url);
    // The writer of text prints trees of any origin.
    const source = readdirSync(folder).filter((file) => file.endsWith('.cpp') && file !== 'html_writer.cpp').map((file) => readFileSync(new URL(file, folder), 'utf8')).join('');
    const used = [...new Set([...source.matchAll(/\bTag::(\w+)/g)].map(([, name]) => name))];
    assert.ok(used.length > 30);
    assert.deepEqual(used.filter((name) => !isHarmlessTag(tags[tags.indexOf(name)])), []);
});
