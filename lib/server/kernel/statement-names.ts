const most = 500;
const names = new Map<string, string>();

/**
 * A name for a statement's text, under which each connection parses and plans it once. Only so many texts get one,
 * since each connection keeps what it has prepared; a list of values of ever another length would fill it.
 */
export function statementName({ sql }: { sql: string }): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= most) return known;
  const name = `statement_${names.size}`;
  names.set(sql, name);
  return name;
}
