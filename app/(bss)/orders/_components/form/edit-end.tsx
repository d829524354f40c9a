"use client";

import type { ActionResult } from "@/lib/schemas/action-result";
import type { EditOrderInput } from "@/lib/schemas/orders";
import type { SavedOrder } from "@/lib/server/orders/commands/saved-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { CancelQuestion } from "../dialogs/cancel-dialog";
import { ExecuteQuestion } from "../dialogs/execute-dialog";
import type { EndQuestion } from "./use-save-order";

interface EditEndProps {
  question: EndQuestion;
  statuses: StatusOption[];
  send: (answers: Partial<EditOrderInput>) => Promise<ActionResult<SavedOrder>>;
  /** Asks again about the order as it is by now. */
  reload: () => void;
  onDone: (saved: SavedOrder) => void;
  onClose: () => void;
}

/** Asks before an edit executes or cancels its order, as the order's own page asks. Back keeps everything typed. */
export function EditEnd({ question, statuses, send, reload, onDone, onClose }: EditEndProps) {
  const { status, order } = question;
  const same = { order, statusId: status.id, reload, onDone, onClose };
  return status.type === "cancelled" ? (
    <CancelQuestion
      {...same}
      statuses={statuses}
      title="Save and cancel order"
      send={({ seen, statusId, comment }) => send({ seen, statusId, comment })}
    />
  ) : (
    <ExecuteQuestion
      {...same}
      title="Save and execute order"
      verb="Save and execute"
      send={({ seen, startDate, overrideCredit }) => send({ seen, startDate, overrideCredit })}
    />
  );
}
