import type { Cells, GridProblem, GridRow, GridRules } from "@/components/editable-grid";
import type { OrderStatusType, StorefrontType } from "@/lib/domain/order-status/combination";
import { noRange } from "@/lib/domain/order-status/list/cells";
import { countOrders, mostStatuses, usageOf } from "@/lib/domain/order-status/list/list";
import { checkStatusList } from "@/lib/domain/order-status/list/list-rules";
import type { Lookalikes } from "@/lib/domain/order-status/list/names";
import { renumber } from "@/lib/domain/order-status/list/renumber";
import { replacementFault } from "@/lib/domain/order-status/list/replacement";
import { type StatusInfo, toEdit } from "./rows";
import { toldProblem } from "./told-problem";

type Row = GridRow<StatusInfo>;

/** Checks the list by the very functions that the save uses. */
export const statusRules: GridRules<StatusInfo> = {
  nameColumn: "description",
  noun: { one: "status", many: "statuses" },
  newCells,
  check,
  arriving: {
    subscribe: whenLookalikesCome,
    arrived: () => (lookalikes === noLookalikes ? undefined : lookalikes),
  },
  isDimmed: (row) => row.cells.active === false,
  mayDelete: (row) => !row.info?.mandatory,
  deleteQuestion,
  renumber: renumberRows,
  mostRows: mostStatuses,
};

function newCells(rows: readonly Row[]): Cells {
  const highest = Math.max(0, ...rows.map(({ cells }) => Number(cells.no)).filter(Number.isInteger));
  return {
    no: String(Math.min(highest + 1, noRange.max)),
    description: "",
    type: "in_progress",
    storefrontType: "viewable",
    color: "#868e96",
    active: true,
  };
}

/** Loads the table of letters that look alike with the first edit. The list is checked again once the table is there. */
let lookalikes: Lookalikes | undefined;
const noLookalikes: Lookalikes = {};

const listeners = new Set<() => void>();

function whenLookalikesCome(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function loadLookalikes(): void {
  lookalikes ??= noLookalikes;
  import("@/lib/domain/order-status/list/lookalikes").then(
    (module) => {
      lookalikes = module.lookalikes;
      for (const listener of listeners) listener();
    },
    () => {
      lookalikes = undefined;
    },
  );
}

function check(base: readonly Row[], draft: Parameters<typeof toEdit>[0]): GridProblem[] {
  if (!lookalikes) loadLookalikes();
  const statuses = base.flatMap(({ info }) => info ?? []);
  const checked = checkStatusList(statuses, toEdit(draft), usageOf(statuses), lookalikes ?? noLookalikes);
  return checked.ok ? [] : checked.refusal.map(toldProblem);
}

/** Asks for another status for the orders that have this one, and offers those that may take them. */
function deleteQuestion({ id, info }: Row, rows: readonly Row[]) {
  if (!info || info.orders === 0) return undefined;
  const choices = rows
    .filter((row) => row.id !== id && replacementFault(info, combinationOf(row)) === undefined)
    .map((row) => ({ value: row.id, label: String(row.cells.description) }));
  return {
    text: `${countOrders(info.orders)} “${info.description}”. Move them to:`,
    label: "Replacement",
    choices,
  };
}

/** Numbers a moved row and those that it passed anew, since No. is the order of the list. */
function renumberRows(rows: readonly Row[], from: number, to: number) {
  const numbers = renumber(
    rows.map(({ cells }) => Number(cells.no)),
    from,
    to,
  );
  const moved = rows.toSpliced(from, 1).toSpliced(to, 0, rows[from] as Row);
  return moved.flatMap(({ id, cells }, i) =>
    String(numbers[i]) === cells.no ? [] : [{ rowId: id, cells: { no: String(numbers[i]) } }],
  );
}

function combinationOf({ cells }: Row) {
  return {
    type: cells.type as OrderStatusType,
    storefrontType: cells.storefrontType as StorefrontType,
    active: cells.active === true,
  };
}
