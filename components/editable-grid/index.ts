export { EditableGrid } from "./editable-grid";
export type {
  Cells,
  Choice,
  GridColumn,
  GridDraft,
  GridProblem,
  GridRow,
  GridRules,
  SaveOutcome,
} from "./types";
