export { EditableGrid } from "./editable-grid";
export type {
  Cells,
  Choice,
  DeleteQuestion,
  GridColumn,
  GridConflict,
  GridDraft,
  GridProblem,
  GridRow,
  GridRules,
  SaveOutcome,
} from "./types";
