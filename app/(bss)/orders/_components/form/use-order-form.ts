"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { leadFocus } from "@/components/feedback/lead-focus";
import { useDraft } from "@/components/form/use-draft";
import type { Problem } from "@/lib/schemas/action-result";
import { problemsLeft } from "./item-rows";
import type { FormItem, OrderFormValues, Problems } from "./values";

/** Holds the values of an order's form, kept as a draft, and what the server found wrong with them. */
export function useOrderForm(draftKey: string, initial: OrderFormValues, version?: number) {
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<Problems>({});
  const start = useRef(initial);
  const form = { values, setValues, isDirty: () => values !== start.current };
  const draft = useDraft(draftKey, form, version, version === undefined);

  const forgive = useCallback((fields: string[]) => {
    setProblems((before) => {
      const left = Object.entries(before).filter(([path]) => !fields.includes(path));
      return left.length === Object.keys(before).length ? before : Object.fromEntries(left);
    });
  }, []);

  const set = useCallback(
    (change: Partial<OrderFormValues>, ...fields: string[]) => {
      setValues((before) => ({ ...before, ...change }));
      forgive(fields);
    },
    [forgive],
  );

  const setItems = (items: FormItem[]) => {
    setValues((before) => ({ ...before, items }));
    setProblems((before) => problemsLeft(before, values.items, items));
  };

  const addItem = useCallback(
    (item: FormItem) => {
      setValues((before) => ({ ...before, items: [...before.items, item] }));
      forgive(["items"]);
    },
    [forgive],
  );

  /**
   * Shows problems. The server names items by their place, but rows may move before somebody corrects them, so
   * problems are named by the item's key.
   */
  const show = useCallback((found: Problem[], items: FormItem[]) => {
    const named = found.map(({ path, message }) => {
      const [, index, field] = /^items\.(\d+)\.(.+)$/.exec(path) ?? [];
      const item = index === undefined ? undefined : items[Number(index)];
      return [item ? `${item.key}.${field}` : path, message] as const;
    });
    setProblems(Object.fromEntries(named.reverse()));
  }, []);

  return { values, set, setItems, addItem, problems, show, draft, setValues };
}

/** Focuses the first field that is marked. */
export function useFocusOnProblem(problems: Problems) {
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    leadFocus(document.querySelector<HTMLElement>("form [aria-invalid='true']"));
  }, [problems]);
}
