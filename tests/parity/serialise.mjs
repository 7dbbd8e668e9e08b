// What `innerHTML` gives for nodes of the stand-in: HTML's "serialising HTML fragments", for elements that we make.
import { FakeElement, FakeText } from '../web/fake-dom.mjs';

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const escapes = { '&': '&amp;', '\u00a0': '&nbsp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function serialise(node) {
  return node.childNodes.map((child) => {
    if (child instanceof FakeText) return child.data.replace(/[&\u00a0<>]/g, (found) => escapes[found]);
    if (!(child instanceof FakeElement)) throw new TypeError('neither element nor text');
    const attributes = child.attributes.map(({ name, value }) => ` ${name}="${value.replace(/[&\u00a0<>"]/g, (found) => escapes[found])}"`);
    const start = `<${child.localName}${attributes.join('')}>`;
    return empty.has(child.localName) ? start : `${start}${serialise(child)}</${child.localName}>`;
  }).join('');
}
