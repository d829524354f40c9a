const most = 500;
const names = new Map<string, string>();

/** Marks a search by words. Its best plan depends on how rare its words are, which a plan for any words cannot know. */
const search = /search_form\(|order_search/;

/**
 * Returns a name for a statement, so that each connection parses and plans it once. Limits the number of names, because a
 * connection keeps all it has prepared and lists of varying length would fill it. Leaves a search
 * without a name, so that it is planned for its words.
 */
export function statementName({ sql }: { sql: string }): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= most || search.test(sql)) return known;
  const name = `statement_${names.size}`;
  names.set(sql, name);
  return name;
}
