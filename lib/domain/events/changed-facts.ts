/** Returns the facts that differ, before and after, or null if none does. */
export function changedFacts<Facts extends object>(
  before: Facts,
  after: Facts,
): { before: Partial<Facts>; after: Partial<Facts> } | null {
  const names = (Object.keys(after) as (keyof Facts)[]).filter((name) => before[name] !== after[name]);
  const only = (facts: Facts): Partial<Facts> => {
    const some: Partial<Facts> = {};
    for (const name of names) some[name] = facts[name];
    return some;
  };
  return names.length > 0 ? { before: only(before), after: only(after) } : null;
}
