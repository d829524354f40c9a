const most = 200;
const made = new Map<string, unknown>();

/**
 * Returns what was made under the key before, or makes and keeps it, since an Intl formatter costs a hundred times what
 * it formats. Only the most recently used are kept, because locales come from requests.
 */
export function madeOnce<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = made.get(key) as Formatter | undefined;
  const formatter = known ?? make();
  made.delete(key);
  made.set(key, formatter);
  if (made.size > most) made.delete(made.keys().next().value as string);
  return formatter;
}

/** Returns the keys that are kept, with the least recently used first. */
export function keptKeys(): string[] {
  return [...made.keys()];
}
