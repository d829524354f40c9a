/**
 * Text that a spreadsheet would run as a formula is written with an apostrophe before it and read without, so opening a
 * file runs nothing and a round trip changes nothing. Each part between separators counts, since spreadsheets split CSV
 * files at semicolons, tabs and line breaks, even inside of quotation marks.
 */
const separators = /([;\t\r\n])/;
const formulaLike = /^'*[\s"]*[=+\-@＝＋－＠]/;
const blankLike = /^'*[\t\r\n]/;

export function neutralised(text: string): string {
  const parts = text.split(separators).map((part) => (formulaLike.test(part) ? `'${part}` : part));
  return blankLike.test(text) ? `'${parts.join("")}` : parts.join("");
}

export function fromSpreadsheet(text: string): string {
  const written = text.startsWith("'") && blankLike.test(text) ? text.slice(1) : text;
  return written
    .split(separators)
    .map((part) => (part.startsWith("'") && formulaLike.test(part) ? part.slice(1) : part))
    .join("");
}
