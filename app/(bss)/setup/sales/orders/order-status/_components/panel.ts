import type { GridHandle } from "@/components/editable-grid";
import type { StatusInfo } from "../rows";

/** Is the list as its tools see it: what is saved, and the way into the edit. */
export type StatusGrid = GridHandle<StatusInfo>;
export type PanelProps = { grid: StatusGrid; onClose: () => void };
