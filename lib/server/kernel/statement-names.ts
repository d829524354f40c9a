const most = 500;
const names = new Map<string, string>();

/**
 * Returns a name for a statement, so that each connection parses and plans it once. Limits the number of names, because a
 * connection keeps all it has prepared and lists of varying length would fill it.
 */
export function statementName({ sql }: { sql: string }): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= most) return known;
  const name = `statement_${names.size}`;
  names.set(sql, name);
  return name;
}
