import { formatNumber } from "../format/format";
import type { StatusCells, StatusColumn } from "./cells";

/** A status as it stands in the list. */
export type ListedStatus = StatusCells & {
  id: string;
  /** One of the eight system rows. */
  mandatory: boolean;
};

/** In one organization: more than any picker can offer (docs/domain.md, section 1, rule 11). */
export const mostStatuses = 500;

/** What a person did to the list since it was read; cells hold what was typed. */
export type StatusEdit = {
  changed: readonly { id: string; cells: { [Column in StatusColumn]?: unknown } }[];
  /** The id is the screen's, until the row is saved. */
  added: readonly { id: string; cells: { [Column in StatusColumn]?: unknown } }[];
  deleted: readonly { id: string; replacementId?: string | undefined }[];
};

/** How many orders have each status, by its id; none when missing. */
export type StatusUsage = ReadonlyMap<string, number>;

export function usageOf(list: readonly { id: string; orders: number }[]): StatusUsage {
  return new Map(list.map(({ id, orders }) => [id, orders]));
}

export type StatusProblem = {
  rowId: string;
  /** The row's description, as the reader knows it. */
  row: string;
  /** "row" when the row as a whole is in question, "replacement" when that of a deleted one is. */
  column: StatusColumn | "row" | "replacement";
  message: string;
};

/** An edit that keeps every rule, ready to be written. */
export type StatusListChange = {
  changed: { before: ListedStatus; after: ListedStatus }[];
  added: ListedStatus[];
  deleted: { status: ListedStatus; replacement: ListedStatus | undefined }[];
};

/** Why some cells of a system row cannot be edited (rule 1). */
export const systemRowKeeps = {
  type: "A system status keeps its Type.",
  storefrontType: "A system status keeps its Storefront Type.",
  active: "A system status is always active.",
} as const;

/** "1 order uses", "12 orders use". */
export function countOrders(orders: number): string {
  return orders === 1 ? "1 order uses" : `${formatNumber(orders, "en")} orders use`;
}
