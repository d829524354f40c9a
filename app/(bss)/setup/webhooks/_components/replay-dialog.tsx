"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { count } from "@/lib/domain/format/count";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";
import { replayEventsAction } from "../actions";

const hour = 3_600_000;
const ranges = [
  { label: "Last hour", ms: hour },
  { label: "Last 24 hours", ms: 24 * hour },
  { label: "Last 7 days", ms: 7 * 24 * hour },
  { label: "Last 30 days", ms: 30 * 24 * hour },
];

/** Asks from when on the events are delivered again. */
export function ReplayDialog({ webhook, onClose }: { webhook: WebhookRow; onClose: () => void }) {
  const { id, name } = webhook;
  const [ms, setMs] = useState(hour);
  const replay = useAction(replayEventsAction);
  const done = useDone(onClose);

  const confirm = async () => {
    const since = new Date(Date.now() - ms).toISOString();
    const result = await replay.run({ id, since });
    if (!result.ok) return;
    const { events } = result.value;
    done(events === 0 ? "No events match, so nothing is sent" : `${count(events, "event")} on the way`);
  };
  return (
    <Dialog title={`Replay events to ${name}`} onClose={onClose}>
      <DialogForm
        verb="Replay events"
        pending={replay.pending}
        failure={replay.failure}
        onSubmit={confirm}
        onClose={onClose}
      >
        <p>
          We send the chosen kinds of events again, each with the id that it had before. A receiver that
          remembers ids ignores what it already has.
        </p>
        <NativeSelect
          label="Events of the"
          data={ranges.map((range) => ({ value: String(range.ms), label: range.label }))}
          value={String(ms)}
          onChange={({ currentTarget: { value } }) => setMs(Number(value))}
        />
      </DialogForm>
    </Dialog>
  );
}
