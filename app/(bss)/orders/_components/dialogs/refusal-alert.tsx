"use client";

import { useEffect, useRef } from "react";
import type { ActionFailure } from "@/components/form/action-result";
import { useLocale } from "@/components/format/locale";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { Gate } from "@/lib/domain/order/holds/gates";
import classes from "./dialogs.module.css";

interface RefusalAlertProps {
  failure: ActionFailure | null;
  /** Before the gates, where it was no execution that they refused. */
  lead?: string;
}

/** Why nothing was done, reason by reason with the way out; takes the focus, so that it is read. */
export function RefusalAlert({
  failure,
  lead = "The order was not executed and stays as it was.",
}: RefusalAlertProps) {
  const { locale } = useLocale();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);
  if (!failure) return null;

  const gates = gatesOf(failure.refusal);
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      {gates.length === 0 ? (
        failure.message
      ) : (
        <>
          <p>{lead}</p>
          <ul>
            {gates.map((gate) => {
              const { label, sentence, wayOut } = describeGate(gate, locale);
              return (
                <li key={gate.gate}>
                  <b>{label}:</b> {sentence} {wayOut}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {failure.problems.length > 0 && (
        <ul>
          {failure.problems.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function gatesOf(refusal: unknown): Gate[] {
  const { gates } = (refusal ?? {}) as { gates?: Gate[] };
  return gates ?? [];
}
