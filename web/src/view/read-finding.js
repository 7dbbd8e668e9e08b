/**
 * A finding of the core about a document: an error or a note.
 *
 * @typedef {{code: string, path: string, line: number, column: number, offset: number, detail: string}} Finding
 */

/**
 * @param {string} line `code TAB path TAB line TAB column TAB detail TAB offset`
 * @returns {Finding}
 */
export function readFinding(line) {
    const [code, path, row, column, detail, offset] = line.split('\t');
    return { code, path, line: Number(row), column: Number(column), offset: Number(offset), detail };
}
