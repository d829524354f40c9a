"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { MenuButton } from "@/components/layout/menu-button";
import type { PanelProps, StatusGrid } from "./panel";

// Each panel loads when it is first wanted, since the grid comes first.
const panels = {
  health: dynamic<PanelProps>(() => import("./health-panel"), { ssr: false }),
  history: dynamic<PanelProps>(() => import("./history-panel"), { ssr: false }),
  import: dynamic<PanelProps>(() => import("./import-panel"), { ssr: false }),
};

/** Offers what can be done with the list as a whole. */
export function ListTools({ grid }: { grid: StatusGrid }) {
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<keyof typeof panels | null>(null);
  const Panel = open && panels[open];
  const write = async (format: "csv" | "json") => (await import("./export-list")).exportList(grid, format);
  const close = () => {
    setOpen(null);
    // The panel has to give the page back first.
    requestAnimationFrame(() => place.current?.querySelector("button")?.focus());
  };

  return (
    <span ref={place}>
      <MenuButton
        label="More"
        align="end"
        items={[
          { label: "Health", run: () => setOpen("health") },
          { label: "History", run: () => setOpen("history") },
          { label: "Import", run: () => setOpen("import") },
          { label: "Export as CSV", run: () => write("csv") },
          { label: "Export as JSON", run: () => write("json") },
        ]}
      />
      {Panel && <Panel grid={grid} onClose={close} />}
    </span>
  );
}
