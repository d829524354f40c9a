export { EditableGrid } from "./editable-grid";
export type { Consequences, GridHandle, SaveOutcome } from "./props";
export type {
  CellHands,
  Cells,
  Choice,
  GridColumn,
  GridDraft,
  GridProblem,
  GridRow,
  GridRules,
  RowRules,
} from "./types";
