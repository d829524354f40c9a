import { useCallback, useDeferredValue, useEffect, useState } from "react";
import type { Figures, LiveTotals } from "./live-totals";
import type { FormItem } from "./values";

export type LineOf = (item: FormItem) => string | null;

type Shown = {
  totals: LiveTotals;
  lineOf: LineOf;
  /** Is null before anything is typed, when the server says what of a credit is missing. */
  missingOf: typeof import("./live-totals").missingOf | null;
};

/**
 * Returns the totals of the items as they are typed; typing never waits for them. The arithmetic is loaded with the
 * first change. Until then the figures are those that came with the page.
 */
export function useFigures(
  items: FormItem[],
  currency: string,
  initial: Figures & { items: FormItem[] },
): Shown {
  const [rules, setRules] = useState<typeof import("./live-totals") | null>(null);
  const wanted = rules === null && items !== initial.items;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be loaded is tried again with the next change
  useEffect(() => {
    if (wanted) import("./live-totals").then(setRules, () => {});
  }, [wanted, items]);

  const settled = useDeferredValue(items);
  const lineOf = useCallback<LineOf>(
    (item) => (rules ? rules.lineOf(item, currency) : (initial.lines[item.key] ?? null)),
    [rules, currency, initial.lines],
  );
  return {
    totals: rules ? rules.liveTotals(settled, currency) : initial.totals,
    lineOf,
    missingOf: rules?.missingOf ?? null,
  };
}
