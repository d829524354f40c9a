"use client";

import { formatDate } from "@/lib/domain/format/format";
import { useLocale } from "./locale";

export interface DateTextProps {
  /** Is an ISO time, or a calendar day such as "2026-03-01". */
  value: string;
  withTime?: boolean;
}

/** Shows a date in the reader's notation and time zone. */
export function DateText({ value, withTime = false }: DateTextProps) {
  const locale = useLocale();
  return <time dateTime={value}>{formatDate(value, withTime ? "date-time" : "date", locale)}</time>;
}
