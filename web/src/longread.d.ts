/** Types of the package `longread`, for pages and bundles. */

export interface Finding {
    /** Kebab-case name: web/README.md lists them. */
    code: string;
    /** JSON pointer into the document. */
    path: string;
    /** From 1; 0 where the place is not known. */
    line: number;
    column: number;
    /** Bytes from the document's start. */
    offset: number;
    /** For developers, English. */
    detail: string;
}

export interface LongreadEvents {
    'longread-ready': CustomEvent<{ title: string; lang: string; notes: Finding[]; adopted: boolean }>;
    'longread-error': CustomEvent<Finding & { url: string }>;
    /** Cancelable. */
    'longread-select': CustomEvent<{ url: string; title: string }>;
    /** Cancelable. */
    'longread-donate': CustomEvent<{ amount: string; currency: string; url: string }>;
    /** Cancelable. */
    'longread-subscribe': CustomEvent<{ email: string; url: string }>;
    /** Cancelable; `url` is what the frame would load, `host` what the reader was told. */
    'longread-embed': CustomEvent<{ url: string; host: string }>;
}

/**
 * `<long-read>`; its attributes are its interface: web/README.md lists them. `embed-hosts` names, by spaces, the hosts
 * whose pages embeds may frame.
 */
export interface LongReadElement extends HTMLElement {}

declare global {
    interface HTMLElementTagNameMap {
        'long-read': LongReadElement;
    }
    interface HTMLElementEventMap extends LongreadEvents {}
    interface DocumentEventMap extends LongreadEvents {}
}
