// As much of a DOM as web/src/view touches. The browser suite has the real one.

export class FakeNode {
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

    /** @param {FakeNode} fragment as all of its callers have one */
    append(fragment) {
        for (const child of fragment.childNodes.splice(0)) this.appendChild(child);
    }

    /** @param {FakeNode} fragment */
    replaceChildren(fragment) {
        this.childNodes = [];
        this.append(fragment);
    }

    remove() {
        const siblings = this.parentNode?.childNodes ?? [];
        if (siblings.includes(this)) siblings.splice(siblings.indexOf(this), 1);
        this.parentNode = null;
    }

    /** @param {FakeNode} sibling */
    before(sibling) {
        sibling.remove();
        const parent = /** @type {FakeNode} */ (this.parentNode);
        parent.childNodes.splice(parent.childNodes.indexOf(this), 0, sibling);
        sibling.parentNode = parent;
    }

    /** @returns {FakeElement | null} */
    get firstElementChild() {
        return /** @type {FakeElement[]} */ (this.childNodes.filter((child) => child instanceof FakeElement))[0] ?? null;
    }

    /**
     * @param {string} selector
     * @returns {FakeElement[]}
     */
    querySelectorAll(selector) {
        return this.childNodes.flatMap((child) => {
            if (!(child instanceof FakeElement)) return [];
            return [...(matches(child, selector) ? [child] : []), ...child.querySelectorAll(selector)];
        });
    }

    /** @param {string} selector */
    querySelector(selector) {
        return this.querySelectorAll(selector)[0] ?? null;
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
        const before = this.attributes.find((attribute) => attribute.name === name);
        if (before) before.value = value;
        else this.attributes.push({ name, value });
    }

    /** @param {string} name */
    getAttribute(name) {
        return this.attributes.find((attribute) => attribute.name === name)?.value ?? null;
    }
}

/**
 * Whether an element is meant by `.class`, `[name]`, `[name=value]`, or two of them with ` > ` between.
 *
 * @param {FakeElement} element
 * @param {string} selector
 * @returns {boolean}
 */
function matches(element, selector) {
    const [own, parent] = selector.split(' > ').reverse();
    const [, class_name, name, value] = /^(?:\.([\w-]+)|\[([\w-]+)(?:=([\w-]+))?\])$/.exec(own) ?? [];
    if (!class_name && !name) throw new TypeError(`the stand-in does not know ${selector}`);
    const found = element.getAttribute(name ?? 'class');
    const wanted = class_name ? found?.split(' ').includes(class_name) : found !== null && (value ?? found) === found;
    const above = element.parentNode;
    return !!wanted && (!parent || (above instanceof FakeElement && matches(above, parent)));
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
