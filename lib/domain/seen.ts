/** A question shows facts before something is done, so that nothing else is done: docs/domain.md, "What was seen". */

/** Holds one line of a question: an amount in its currency, units, words, or several of them. */
export type Fact = { label: string; units?: number; amount?: string; words?: string };

export type Shown = {
  /** Names exactly these facts. A command takes the name and refuses when they are others by then. */
  seen: string;
  currency: string;
  facts: Fact[];
};

/** Refuses a command because what was shown before it is no longer so. The command changed nothing. */
export type ChangedSinceSeen = { reason: "changed_since_seen"; now: Shown };

export type Difference = { label: string; before: Fact | null; now: Fact | null };

/**
 * Returns the facts that differ, in the order of now and then those that are gone. Of equal labels the first meets the
 * first.
 */
export function differences(before: readonly Fact[], now: readonly Fact[]): Difference[] {
  const rest = [...before];
  const present = now.map((fact) => {
    const at = rest.findIndex(({ label }) => label === fact.label);
    const [was = null] = at < 0 ? [] : rest.splice(at, 1);
    return { label: fact.label, before: was, now: fact };
  });
  const gone = rest.map((fact) => ({ label: fact.label, before: fact, now: null }));
  return [...present, ...gone].filter((pair) => !sameFact(pair.before, pair.now));
}

function sameFact(a: Fact | null, b: Fact | null): boolean {
  return (
    a?.amount === b?.amount && a?.units === b?.units && a?.words === b?.words && Boolean(a) === Boolean(b)
  );
}
