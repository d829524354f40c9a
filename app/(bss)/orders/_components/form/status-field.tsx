"use client";

import { lazy, Suspense, useMemo } from "react";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { StatusDot } from "@/components/status/status-dot";
import type { StatusOption } from "@/lib/server/orders/queries/options";

// The badge is loaded when the list is first shown, which has only the names until then.
const StatusBadge = lazy(async () => ({
  default: (await import("@/components/status/status-badge")).StatusBadge,
}));

interface StatusFieldProps {
  statuses: StatusOption[];
  statusId: string;
  /** Says that the order exists; a new one is not asked about. */
  edited: boolean;
  error: string | undefined;
  onChange: (statusId: string) => void;
}

/** Offers the statuses that a user may set, as they look on the order, and says what choosing one does. */
export function StatusField({ statuses, statusId, edited, error, onChange }: StatusFieldProps) {
  const chosen = statuses.find(({ id }) => id === statusId);
  const offered = useMemo(
    () => statuses.map(({ id, description, color }) => ({ id, name: description, color })),
    [statuses],
  );
  return (
    <RemoteSelect
      label="Status"
      description={chosen && hints[edited ? "edited" : "created"][chosen.type]}
      source={offered}
      value={chosen ? { id: chosen.id, name: chosen.description } : null}
      mark={chosen && <StatusDot color={chosen.color} />}
      face={({ name, color }) => (
        <Suspense fallback={name}>
          <StatusBadge label={name} color={color} />
        </Suspense>
      )}
      error={error}
      onChange={(status) => status && onChange(status.id)}
    />
  );
}

const hints = {
  created: {
    in_progress: undefined,
    automatic_execute: "Save also executes the order.",
    cancelled: "Save also cancels the order. You cannot undo that.",
  },
  edited: {
    in_progress: undefined,
    automatic_execute: "Save asks you for the start date, then executes the order with your changes.",
    cancelled: "Save asks you to confirm, then cancels the order.",
  },
} as const;
