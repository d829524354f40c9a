/** Trims as the database does (`is_trimmed`), whose white space is wider than JavaScript's by these characters. */
export function trimmed(value: string): string {
  return value.replace(/^[\s\u0085\u180e\u200b\u2060]+|[\s\u0085\u180e\u200b\u2060]+$/gu, "");
}
