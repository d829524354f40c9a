import type { ListedStatus, StatusProblem } from "../list/list";
import type { RowImpact } from "./impact";

/** The list is saved as a whole, all of an edit or none: docs/domain.md, section 1, rule 8. */

export type StatusRow = ListedStatus & {
  version: number;
  /** RFC 3339, UTC. */
  updatedAt: string;
  updatedByName: string;
  /** How many orders use it, sub-orders too. */
  orders: number;
  subOrders: number;
};

export type StatusList = {
  /** Raised by every save of the list. */
  version: number;
  /** By No. */
  statuses: StatusRow[];
};

/** Somebody else saved a row since it was read: which, who and when (docs/domain.md, section 1, rule 8). */
export type StatusConflict = {
  rowId: string;
  /** The row's description, as they left it. */
  row: string;
  what: "changed" | "deleted";
  by: string;
  /** RFC 3339, UTC. */
  at: string;
};

/** Says why nothing was saved. The `list` is as it stands now. */
export type SaveStatusesRefusal =
  | { reason: "statuses_changed"; conflicts: StatusConflict[]; list: StatusList }
  | { reason: "statuses_invalid"; problems: StatusProblem[]; list: StatusList }
  | { reason: "needs_confirmation"; rows: RowImpact[]; list: StatusList };
