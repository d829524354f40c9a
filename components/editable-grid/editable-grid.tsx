"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { HostedGrid } from "./hosted-grid";
import type { EditableGridProps, SavedGridProps } from "./model/props";

// What a page of its own has beside the table, a form need not load.
const SavedGrid = dynamic(() => import("./saved/saved-grid").then((module) => module.SavedGrid)) as <Info>(
  props: SavedGridProps<Info>,
) => ReactNode;

/**
 * A list edited in place like a spreadsheet: every editor is always there, and each faulty cell says what to do. It
 * knows nothing of what it edits: `columns` say how cells are edited and `rules` what may be. With `save` it is a page
 * of its own, whose edit is a draft until Save; with `value` and `onChange` it is a field of a form. See `props.ts`.
 */
export function EditableGrid<Info>(props: EditableGridProps<Info>) {
  return "save" in props ? <SavedGrid {...props} /> : <HostedGrid {...props} />;
}
