"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { HostedGrid } from "./hosted-grid";
import type { EditableGridProps, SavedGridProps } from "./model/props";

// A form need not load what a page of its own has beside the table.
const SavedGrid = dynamic(() => import("./saved/saved-grid").then((module) => module.SavedGrid)) as <Info>(
  props: SavedGridProps<Info>,
) => ReactNode;

/**
 * Edits a list in place like a spreadsheet: every cell has its editor, and a faulty cell says what to do. The grid
 * does not know what it edits: `columns` say how cells are edited, and `rules` what is allowed. With `save` it is a
 * page of its own, whose edit is a draft until Save. With `value` and `onChange` it is a field of a form. See
 * `model/props.ts`.
 */
export function EditableGrid<Info>(props: EditableGridProps<Info>) {
  return "save" in props ? <SavedGrid {...props} /> : <HostedGrid {...props} />;
}
