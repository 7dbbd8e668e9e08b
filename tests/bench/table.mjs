/** Text tables: the first column to the left, the others to the right. */

/** @param {string[]} head @param {(string | number)[][]} rows */
export function printTable(head, rows) {
  const lines = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const write = (cells) => cells.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  ');
  console.log(lines.map((cells) => `  ${write(cells)}`).join('\n'));
}

/** @param {number} value milliseconds */
export const time = (value) => (value < 20 ? value.toFixed(2) : value.toFixed(0));

/** @param {number} value */
export const ratio = (value) => value.toFixed(2);

/** @param {number} value a part of 1 */
export const percent = (value) => `${(value * 100).toFixed(0)} %`;

/** @param {number} bytes */
export const kib = (bytes) => (bytes / 1024).toFixed(1);
