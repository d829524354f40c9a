/**
 * Text that a spreadsheet would take as a formula is written with an apostrophe before it, and read without: so that
 * opening a file runs nothing, and a round trip changes nothing.
 */
const formulaLike = /^'*[=+\-@\t\r＝＋－＠]/;

export function neutralised(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

export function fromSpreadsheet(text: string): string {
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}
