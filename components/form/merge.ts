import { fieldLabel } from "@/lib/domain/values/field-label";

/** Joins what two people made of the same values: what I opened, what I typed, and what somebody else saved meanwhile. */

export type Side = "mine" | "theirs";

/** Is a field that both changed, each to something else. */
export type MergeConflict = { field: string; label: string; mine: unknown; theirs: unknown };

export type Merged<Values> = {
  values: Values;
  conflicts: MergeConflict[];
  /** Labels what only the other person changed, which is taken therefore. */
  taken: string[];
};

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Returns the side that counts, or null where both changed the value, each to something else. */
function sideOf(base: unknown, mine: unknown, theirs: unknown): Side | null {
  if (same(mine, base)) return "theirs";
  return same(theirs, base) || same(mine, theirs) ? "mine" : null;
}

/** Merges field by field. In a conflict the chosen side counts, and mine until one is chosen. */
export function mergeFields<Values extends Record<string, unknown>>(
  { base, mine, theirs }: { base: Values; mine: Values; theirs: Values },
  choices: Readonly<Record<string, Side>> = {},
  labelOf: (field: string) => string = fieldLabel,
): Merged<Values> {
  const values: Record<string, unknown> = { ...mine };
  const merged: Merged<Values> = { values: values as Values, conflicts: [], taken: [] };
  for (const field of Object.keys(theirs)) {
    const side = sideOf(base[field], mine[field], theirs[field]);
    const label = labelOf(field);
    if (side === null) merged.conflicts.push({ field, label, mine: mine[field], theirs: theirs[field] });
    else if (side === "theirs" && !same(base[field], theirs[field])) merged.taken.push(label);
    if ((side ?? choices[field]) === "theirs") values[field] = theirs[field];
  }
  return merged;
}
