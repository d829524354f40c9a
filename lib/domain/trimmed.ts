/** As the database trims (`is_trimmed`): PostgreSQL's white space is wider than JavaScript's by these. */
export function trimmed(value: string): string {
  return value.replace(/^[\s\u0085\u180e\u200b\u2060]+|[\s\u0085\u180e\u200b\u2060]+$/gu, "");
}
