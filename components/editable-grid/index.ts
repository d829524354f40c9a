export { EditableGrid } from "./editable-grid";
export type { Consequences, GridHandle, SaveOutcome } from "./model/props";
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
} from "./model/types";
