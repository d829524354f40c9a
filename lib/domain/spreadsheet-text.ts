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

/** Where spreadsheets may split a cell of a CSV file all the same: in many countries they go by semicolons. */
const separator = ";";
const laterFormula = /^'*[\s"]*[=+\-@＝＋－＠]/;

/** As above, and no part of the text starts a formula either. */
export function neutralisedParts(text: string): string {
  const [first = "", ...later] = text.split(separator);
  return [neutralised(first), ...later.map((part) => (laterFormula.test(part) ? `'${part}` : part))].join(
    separator,
  );
}

export function fromSpreadsheetParts(text: string): string {
  const [first = "", ...later] = text.split(separator);
  const read = (part: string) => (part.startsWith("'") && laterFormula.test(part) ? part.slice(1) : part);
  return [fromSpreadsheet(first), ...later.map(read)].join(separator);
}
