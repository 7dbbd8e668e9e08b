// What of a parsed document goes to the core.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeElement, FakeForm, FakeHtmlElement, FakeText, fake_document } from './fake-dom.mjs';
import { parsedFrame } from './frames.mjs';

Object.assign(globalThis, {
    document: fake_document,
    NodeFilter: { SHOW_ELEMENT: 1, SHOW_TEXT: 4 },
    Text: FakeText,
    HTMLElement: FakeHtmlElement,
    HTMLFormElement: FakeForm,
});
const { writeTree } = await import('../../web/src/view/write-tree.js');

/**
 * @template {FakeElement} Node
 * @param {Node} node
 * @param {(FakeElement | FakeText | string)[]} children
 */
const fill = (node, ...children) => {
    for (const child of children) node.appendChild(typeof child === 'string' ? new FakeText(child) : child);
    return node;
};
/**
 * @param {string} name
 * @param {(FakeElement | string)[]} children
 */
const element = (name, ...children) => fill(new FakeHtmlElement(name), ...children);
/** @param {(FakeElement | string)[]} children */
const write = (...children) => writeTree(/** @type {any} */ (element('body', ...children)));

test('elements, known attributes and text, as the core reads them', () => {
    const link = element('a', 'text');
    link.setAttribute('href', '/é');
    link.setAttribute('onclick', 'x()');
    link.setAttribute('style', 'x');
    link.setAttribute('title', '😀');
    assert.deepEqual(
        write(element('p', 'Hi ', link), 'end', element('o:p')),
        parsedFrame([
            ['open', 'p'], ['text', 'Hi '],
            ['open', 'a'], ['attribute', 'href', '/é'], ['attribute', 'title', '😀'], ['text', 'text'], ['close'],
            ['close'], ['text', 'end'], ['open', 'o:p'], ['close'],
        ]),
    );
    assert.deepEqual(write(), new Uint8Array(8));
});

test('of foreign content only the name goes, of forms not even their fields', () => {
    const svg = fill(new FakeElement('svg'), element('p', 'inside'));
    svg.setAttribute('id', 'x');
    const form = fill(new FakeForm('form'), element('input'));
    // What a field named "attributes" does to a form.
    Object.defineProperty(form, 'attributes', { value: 0 });
    assert.deepEqual(
        write(svg, form, 'end'),
        parsedFrame([['open', 'svg'], ['attribute', 'id', 'x'], ['close'], ['open', 'form'], ['close'], ['text', 'end']]),
    );
});

test('a lone surrogate becomes one replacement character, and nothing behind it shifts', () => {
    assert.deepEqual(write('a\ud800b', element('b', 'c')), parsedFrame([['text', 'a\ufffdb'], ['open', 'b'], ['text', 'c'], ['close']]));
});

test('depth costs no stack', () => {
    let tree = element('div', 'x');
    for (let depth = 1; depth < 50_000; ++depth) tree = element('div', tree);
    const frame = write(tree);
    assert.equal(new DataView(frame.buffer).getUint32(0, true), 100_001);
});
