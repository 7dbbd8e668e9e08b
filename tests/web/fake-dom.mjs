// As much of a DOM as the tree reader and writer touch. The browser suite has the real one.

class FakeNode {
    /** @type {FakeNode[]} */
    childNodes = [];
    /** @type {FakeNode | null} */
    parentNode = null;

    /** @param {FakeNode} child */
    appendChild(child) {
        child.parentNode = this;
        this.childNodes.push(child);
        return child;
    }
}

export class FakeText extends FakeNode {
    /** @param {string} data */
    constructor(data) {
        super();
        this.data = data;
    }
}

export class FakeElement extends FakeNode {
    /** @type {{name: string, value: string}[]} */
    attributes = [];

    /** @param {string} name */
    constructor(name) {
        super();
        this.localName = name;
    }

    /**
     * @param {string} name
     * @param {string} value
     */
    setAttribute(name, value) {
        this.attributes.push({ name, value });
    }
}

export class FakeHtmlElement extends FakeElement {}
export class FakeForm extends FakeHtmlElement {}

/** Of `document`: makes nodes, and walkers over them as the standard says. */
export const fake_document = /** @type {any} */ ({
    createDocumentFragment: () => new FakeNode(),
    createElement: (/** @type {string} */ name) => new FakeHtmlElement(name),
    createTextNode: (/** @type {string} */ data) => new FakeText(data),
    createTreeWalker: (/** @type {FakeNode} */ root) => {
        let current = root;
        /** @param {FakeNode | null | undefined} node */
        const go = (node) => (node ? (current = node) : null);
        return {
            get currentNode() {
                return current;
            },
            firstChild: () => go(current.childNodes[0]),
            nextSibling: () => {
                const siblings = current === root ? [] : (current.parentNode?.childNodes ?? []);
                return go(siblings[siblings.indexOf(current) + 1]);
            },
            // The standard's walker does step up to its root.
            parentNode: () => (current === root ? null : go(current.parentNode)),
        };
    },
});

/**
 * @param {any} node
 * @returns {string} an outline, for comparisons
 */
export function outline(node) {
    if (node instanceof FakeText) return JSON.stringify(node.data);
    const inside = node.childNodes.map(outline).join(' ');
    if (!(node instanceof FakeElement)) return inside;
    const attributes = node.attributes.map(({ name, value }) => ` ${name}=${value}`).join('');
    return `<${node.localName}${attributes}>${inside ? `${inside} ` : ''}</>`;
}
