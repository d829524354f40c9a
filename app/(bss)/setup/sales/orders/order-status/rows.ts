import type { Cells, GridDraft, GridRow } from "@/components/editable-grid";
import type { StatusColumn } from "@/lib/domain/order-status/list/cells";
import type { StatusEdit } from "@/lib/domain/order-status/list/list";
import type { StatusList, StatusRow } from "@/lib/domain/order-status/saving/save";
import type { SaveOrderStatusesInput } from "@/lib/schemas/order-statuses";

/** Is what the grid's rules need of a status besides its cells. */
export type StatusInfo = StatusRow;

const made = new WeakMap<StatusList, GridRow<StatusInfo>[]>();

/** Returns the list as the grid shows it. The same list gives the same rows. */
export function gridRows(list: StatusList): GridRow<StatusInfo>[] {
  let rows = made.get(list);
  if (!rows) {
    rows = list.statuses.map((info) => {
      const { id, version, no, description, type, storefrontType, color, active } = info;
      const cells = { no: String(no), description, type, storefrontType, color, active };
      return { id, version, cells, info };
    });
    made.set(list, rows);
  }
  return rows;
}

/** Returns the edit as the rules and the command take it. A deleted row is not also changed, and No. is a number. */
export function toEdit(draft: GridDraft) {
  const changed = Object.entries(draft.changed)
    .filter(([id]) => !(id in draft.deleted))
    .map(([id, { version, cells }]) => ({ id, version, cells: toCells(cells) }));
  const added = draft.added.map(({ id, cells }) => ({ id, cells: toCells(cells) }));
  const deleted = Object.entries(draft.deleted).map(([id, { version, answer }]) => ({
    id,
    version,
    replacementId: answer,
  }));
  return { changed, added, deleted } satisfies StatusEdit;
}

export function toInput(draft: GridDraft, confirmed: unknown): SaveOrderStatusesInput {
  // The grid hands back what `outcomeOf` gave it, and does not look into it.
  return { ...toEdit(draft), confirmed: (confirmed ?? []) as SaveOrderStatusesInput["confirmed"] };
}

function toCells({ no, ...cells }: Cells): Record<string, unknown> {
  return no === undefined ? cells : { ...cells, no: wholeNumber(no) };
}

/** Returns values of the domain as the grid's cells. */
export function fromCells({ no, ...cells }: { [Column in StatusColumn]?: unknown }): Cells {
  return { ...(cells as Cells), ...(no !== undefined && { no: String(no) }) };
}

/** Reads digits as the number. Anything else stays as typed, so that the rules say what to enter. */
function wholeNumber(typed: Cells[string]): unknown {
  const text = String(typed).trim();
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text;
}
