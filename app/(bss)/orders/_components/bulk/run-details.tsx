"use client";

import { useLocale } from "@/components/format/locale";
import type { BulkRunRow } from "@/lib/server/bulk/queries/bulk-runs";
import { runDetails } from "./words";

/** Tells the status, reason, date and comment that the run used. */
export function RunDetails({ run }: { run: BulkRunRow }) {
  const text = runDetails(run, useLocale()).join(", ");
  return text && <span title={text}>{text}</span>;
}
