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
    /** The parts below the article were filled: perhaps twice, since feeds and campaigns may come late. */
    'longread-slots': CustomEvent<{ notes: Finding[] }>;
    'longread-error': CustomEvent<Finding & { url: string }>;
    /** Cancelable. */
    'longread-select': CustomEvent<{ url: string; title: string }>;
    /** Cancelable. */
    'longread-donate': CustomEvent<{
        amount: string;
        currency: string;
        /** `once`, `monthly` or `annual`. */
        frequency: string;
        campaign: string;
        variant: string;
        url: string;
    }>;
    /** Cancelable. */
    'longread-subscribe': CustomEvent<{ email: string; url: string }>;
    /** Cancelable; `url` is what the frame would load, `host` what the reader was told. */
    'longread-embed': CustomEvent<{ url: string; host: string }>;
}

/** What may stand in the tag, for templates that are typed: web/README.md says what each means. */
export interface LongReadAttributes {
    src?: string;
    feed?: string;
    campaigns?: string;
    /** Folder of an archive of related stories. */
    archive?: string;
    /** Files of it that the page may ask for at once, separated by spaces. */
    'archive-shard'?: string;
    /** Hosts that donations may go to, separated by spaces. */
    'donate-hosts'?: string;
    lang?: string;
    theme?: 'auto' | 'light' | 'dark' | 'sepia' | 'contrast';
    loading?: 'eager' | 'visible' | 'idle';
    timeout?: string;
    body?: 'markdown';
    format?: string;
    /** Hosts whose pages embeds may frame, separated by spaces. */
    'embed-hosts'?: string;
    'heading-level'?: '1' | '2' | '3' | '4';
    hide?: string;
    /** `off`: the device neither keeps nor uses which stories were read. */
    history?: 'off';
}

/** The same for `<long-read-rail>`. */
export interface LongReadRailAttributes {
    src?: string;
    title?: string;
    tag?: string;
    limit?: string;
    lang?: string;
    'heading-level'?: '1' | '2' | '3' | '4';
    loading?: 'eager' | 'visible' | 'idle';
    timeout?: string;
    history?: 'off';
}

/** `<long-read>`; its attributes are its interface. */
export interface LongReadElement extends HTMLElement {}

/** `<long-read-rail>`, of rail.js; likewise. */
export interface LongReadRailElement extends HTMLElement {}

declare global {
    interface HTMLElementTagNameMap {
        'long-read': LongReadElement;
        'long-read-rail': LongReadRailElement;
    }
    interface HTMLElementEventMap extends LongreadEvents {}
    interface DocumentEventMap extends LongreadEvents {}
}
