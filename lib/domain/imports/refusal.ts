import type { Refusal } from "../refusals/refusal";
import type { FieldKind } from "./fields";

/** Says why a row is not imported, as the row keeps it for people and programs that look later. */
export type ImportRefusal =
  /** The line is no JSON object. */
  | { reason: "not_json" }
  /** The row holds characters that are no text. */
  | { reason: "unreadable_text" }
  /** The row has more cells than the file has columns. */
  | { reason: "too_many_cells"; columns: number; cells: number }
  | { reason: "unknown_fields"; fields: string[] }
  | { reason: "no_external_id" }
  /** The values are of another kind than their fields. */
  | { reason: "wrong_kind"; fields: { field: string; kind: FieldKind | "items" }[] }
  /** An earlier line of the file has this external id. */
  | { reason: "twice"; line: number }
  /** The lines of one order say different things about it. */
  | { reason: "lines_differ"; fields: string[] }
  | { reason: "unknown_reference"; references: { field: string; name: string }[] }
  /** The command would not take the fields. Which and why follows from the data. */
  | { reason: "not_accepted" }
  /** The product exists, and these fields of it cannot change. */
  | { reason: "cannot_change"; fields: string[] }
  /** The opening balance exists, and the row says something else of it. */
  | { reason: "balance_stays"; fields: string[] }
  | { reason: "refused"; refusal: Refusal }
  /** The person or key in whose name the import works may not do this any more. */
  | { reason: "not_allowed"; who: string }
  /** Something failed on our side. The log has it under this id. */
  | { reason: "failed_here"; error: string };
