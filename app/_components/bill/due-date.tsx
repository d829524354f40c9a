"use client";

import { DateText } from "@/components/format/date";
import { useLocale } from "@/components/format/locale";
import { localDay } from "@/lib/domain/values/day";
import classes from "./due-date.module.css";

/** When an invoice is due; says so when that is over and something is still to be paid. */
export function DueDate({ dueDate, outstanding }: { dueDate: string; outstanding: string }) {
  const { renderedAt, companyTimeZone } = useLocale();
  const overdue = Number(outstanding) > 0 && dueDate < localDay(new Date(renderedAt), companyTimeZone);
  if (!overdue) return <DateText value={dueDate} />;
  return (
    <span className={classes.overdue}>
      <DateText value={dueDate} /> overdue
    </span>
  );
}
