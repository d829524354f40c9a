"use client";

import { formatNumber, formatPercent } from "@/lib/domain/format/format";
import { useLocale } from "./locale";

/** Shows a count of units in the reader's notation. */
export function Quantity({ value }: { value: number | string }) {
  return formatNumber(value, useLocale().locale);
}

/** Shows a percentage such as "12.5" in the reader's notation, with its sign. */
export function Percent({ value }: { value: number | string }) {
  return formatPercent(value, useLocale().locale);
}
