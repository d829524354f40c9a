"use client";

import { useEffect, useRef, useState } from "react";
import { leadFocus } from "@/components/feedback/lead-focus";
import type { Side } from "@/components/form/merge";
import { useLocale } from "@/components/format/locale";
import { RelativeTime } from "@/components/format/relative-time";
import type { ActionFailure } from "@/lib/schemas/action-result";
import type { OrderHistoryEntry } from "@/lib/server/orders/queries/order-history";
import { MergeAlert } from "../../../_components/form/merge-alert";
import { newestVersionAction } from "../../actions";
import { describeEntry } from "../history/history-words";
import { mergeOrder } from "./merge-order";
import classes from "./order-form.module.css";
import { type OrderFormValues, valuesOf } from "./values";

interface ConflictAlertProps {
  code: string;
  /**
   * Is the last refusal; each one is about a version that is newer still. It is null when a kept draft met a newer
   * version.
   */
  failure: ActionFailure | null;
  /** Holds the values when typing began, and as they are typed. */
  base: OrderFormValues;
  mine: OrderFormValues;
  onMerge: (merged: OrderFormValues, newest: { version: number; theirs: OrderFormValues }) => void;
  onDiscard: () => void;
}

/** Tells who saved in between and what, and joins both field by field. Nothing typed is lost. */
export function ConflictAlert({ code, failure, base, mine, onMerge, onDiscard }: ConflictAlertProps) {
  const locale = useLocale();
  const alert = useRef<HTMLDivElement>(null);
  const [newest, setNewest] = useState<{
    version: number;
    currency: string;
    last: OrderHistoryEntry | null;
    theirs: OrderFormValues;
  }>();
  const [choices, setChoices] = useState<Record<string, Side>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is about a version that is newer still
  useEffect(() => {
    let asked = true;
    leadFocus(alert.current);
    setNewest(undefined);
    newestVersionAction(code).then(
      (result) => asked && result.ok && setNewest({ ...result.value, theirs: valuesOf(result.value.form) }),
      // Saving asks again if nobody answered.
      () => {},
    );
    return () => {
      asked = false;
    };
  }, [code, failure]);

  const told = newest?.last && describeEntry(newest.last, newest.currency, locale);
  const merged = mergeOrder({ base, mine, theirs: newest?.theirs ?? base }, choices);
  return (
    <MergeAlert
      ref={alert}
      what="The order"
      ready={newest !== undefined}
      conflicts={merged.conflicts}
      taken={merged.taken}
      choices={choices}
      onChoose={(field, side) => setChoices((now) => ({ ...now, [field]: side }))}
      onSave={() => newest && onMerge(merged.values, newest)}
      onDiscard={onDiscard}
    >
      {newest?.last && told && (
        <div className={classes.told}>
          {newest.last.actor.name}, <RelativeTime value={newest.last.at} />: {told.title}
          <ul>
            {told.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none ever moves
              <li key={at}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </MergeAlert>
  );
}
