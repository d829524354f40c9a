export { EditableGrid } from "./editable-grid";
export type {
  Cells,
  Choice,
  Consequences,
  GridColumn,
  GridDraft,
  GridHandle,
  GridProblem,
  GridRow,
  GridRules,
  SaveOutcome,
} from "./types";
