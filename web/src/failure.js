/**
 * Why there is no article, as the event `longread-error` tells it. Codes of documents come from the core
 * (src/base/error.h), those of the way to it from this side: web/README.md lists both.
 */
export class Failure extends Error {
    /** In the document, where the core knows it. */
    path = '';
    line = 0;
    column = 0;
    offset = 0;

    /**
     * @param {string} code
     * @param {unknown} detail for developers, English; readers never see it
     * @param {string} [url] what could not be had
     */
    constructor(code, detail, url = '') {
        super(String(detail));
        this.code = code;
        this.detail = this.message;
        this.url = url;
    }
}
