import { formatNumber } from "../../format/format";
import type { StatusCells, StatusColumn } from "./cells";
import type { StatusFault } from "./fault";

/** Holds a status as it stands in the list. */
export type ListedStatus = StatusCells & {
  id: string;
  /** Says that it is one of the eight system rows. */
  mandatory: boolean;
};

/**
 * An organization has at most this many, which is more than any picker can offer (docs/domain.md, section 1, rule 11).
 */
export const mostStatuses = 500;

/** Holds what a person did to the list since it was read, with cells as they were typed. */
export type StatusEdit = {
  changed: readonly { id: string; cells: { [Column in StatusColumn]?: unknown } }[];
  /** The screen gives the row its id until it is saved. */
  added: readonly { id: string; cells: { [Column in StatusColumn]?: unknown } }[];
  deleted: readonly { id: string; replacementId?: string | undefined }[];
};

/** Counts the orders of each status by its id, where a missing one has none. */
export type StatusUsage = ReadonlyMap<string, number>;

export function usageOf(list: readonly { id: string; orders: number }[]): StatusUsage {
  return new Map(list.map(({ id, orders }) => [id, orders]));
}

export type StatusProblem = {
  rowId: string;
  /** Names the row by its description, as the reader knows it. */
  row: string;
  /** Is "row" when the row as a whole is at fault, and "replacement" when that of a deleted row is. */
  column: StatusColumn | "row" | "replacement";
  fault: StatusFault;
};

/** Holds an edit that keeps every rule and is ready to be written. */
export type StatusListChange = {
  changed: { before: ListedStatus; after: ListedStatus }[];
  added: ListedStatus[];
  deleted: { status: ListedStatus; replacement: ListedStatus | undefined }[];
};

/** These sentences say why nobody can edit some cells of a system row (rule 1). */
export const systemRowKeeps = {
  type: "A system status keeps its Type.",
  storefrontType: "A system status keeps its Storefront Type.",
  active: "A system status is always active.",
} as const;

/** Writes "1 order uses" or "12 orders use". */
export function countOrders(orders: number): string {
  return orders === 1 ? "1 order uses" : `${formatNumber(orders, "en")} orders use`;
}
