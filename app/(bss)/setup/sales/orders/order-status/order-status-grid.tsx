"use client";

import { EditableGrid, type GridDraft, type SaveOutcome } from "@/components/editable-grid";
import { useAction } from "@/components/form/use-action";
import { useCurrentUser } from "@/components/layout/current-user";
import type { StatusList } from "@/lib/domain/order-status/saving/save";
import { ListTools } from "./_components/list-tools";
import { saveOrderStatusesAction } from "./actions";
import { statusGridColumns } from "./columns";
import { consequencesOf } from "./consequences";
import { gridRows, type StatusInfo, toInput } from "./rows";
import { statusRules } from "./rules";
import { outcomeOf } from "./save-outcome";

export function OrderStatusGrid({ list }: { list: StatusList }) {
  const user = useCurrentUser();
  const { run } = useAction(saveOrderStatusesAction);

  async function save(draft: GridDraft, confirmed: unknown): Promise<SaveOutcome<StatusInfo>> {
    return outcomeOf(await run(toInput(draft, confirmed)));
  }

  return (
    <EditableGrid
      label="Order Status"
      columns={statusGridColumns}
      rows={gridRows(list)}
      rules={statusRules}
      save={save}
      consequences={consequencesOf}
      hint="Type is the order's stage. Storefront Type is what customers see. If several active statuses share both, the system uses the one with the lowest No."
      tools={(grid) => <ListTools grid={grid} />}
      draftKey={`draft:${user.id}:order-status`}
    />
  );
}
