"use client";

import { FailureAlert } from "@/components/feedback/failure-alert";
import { useLocale } from "@/components/format/locale";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { ActionFailure } from "@/lib/schemas/action-result";

interface RefusalAlertProps {
  failure: ActionFailure | null;
  /** Stands before the gates, where they refused something else than an execution. */
  lead?: string;
  /** Names the fields that tell their problem themselves. */
  beside?: readonly string[];
}

/** Says why nothing was done with an order, reason by reason with the way out. */
export function RefusalAlert({
  failure,
  lead = "The order was not executed and stays as it was.",
  beside,
}: RefusalAlertProps) {
  const { locale } = useLocale();
  const gates = gatesOf(failure?.refusal);
  return (
    <FailureAlert failure={failure} beside={beside}>
      {gates.length === 0 ? (
        failure?.message
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
      {failure && failure.problems.length > 0 && (
        <ul>
          {failure.problems.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </FailureAlert>
  );
}

function gatesOf(refusal: unknown): Gate[] {
  const { gates } = (refusal ?? {}) as { gates?: Gate[] };
  return gates ?? [];
}
