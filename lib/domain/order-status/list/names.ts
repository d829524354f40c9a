/** These functions say which descriptions are one name and which only look alike: docs/domain.md, section 1, rule 5. */

/** Holds for each letter the letters that a reader could take it for. */
export type Lookalikes = Readonly<Record<string, string>>;

/** Returns equal keys for descriptions that differ only in case, in the width of letters, or in spaces. */
export function nameKey(description: string): string {
  return plain(description).toLowerCase();
}

/**
 * Returns keys of which two descriptions share one if a reader could take them for each other: the skeletons of Unicode
 * TR39. Case is folded before and after, since a capital I looks like a small l and a small i does not.
 */
export function lookKeys(description: string, lookalikes: Lookalikes): readonly string[] {
  const kept = keptFor(lookalikes);
  const known = kept.get(description);
  if (known) return known;
  const text = plain(description);
  const skeleton = (of: string) =>
    [...of.normalize("NFD")].map((letter) => lookalikes[letter] ?? letter).join("");
  const keys = [...new Set([skeleton(text.toLowerCase()), skeleton(text).toLowerCase()])];
  if (kept.size >= mostKept) kept.clear();
  kept.set(description, keys);
  return keys;
}

/** The whole list is checked again after each key, so results are kept. */
const keptByTable = new WeakMap<Lookalikes, Map<string, readonly string[]>>();
const mostKept = 2000;

function keptFor(lookalikes: Lookalikes): Map<string, readonly string[]> {
  const kept = keptByTable.get(lookalikes) ?? new Map();
  keptByTable.set(lookalikes, kept);
  return kept;
}

function plain(description: string): string {
  return description
    .normalize("NFKC")
    .replace(/\p{DI}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
