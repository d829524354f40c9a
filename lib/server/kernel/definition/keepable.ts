/**
 * Returns what was asked with `U+FFFD` in place of what the database can hold in no text: NUL and halves of characters. A name
 * that holds one is then the name of nothing, instead of an error of the database.
 */
export function keepable(asked: unknown): unknown {
  if (typeof asked === "string") return asked.replace(/\0|\p{Cs}/gu, "\ufffd");
  if (Array.isArray(asked)) return asked.map(keepable);
  if (asked === null || typeof asked !== "object" || Object.getPrototypeOf(asked) !== Object.prototype) {
    return asked;
  }
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, keepable(value)]));
}
