"use client";

import { DateText } from "@/components/format/date";
import { useCompanyDay } from "@/components/format/locale";
import classes from "./due-date.module.css";

/** Shows when an invoice is due, and whether it is overdue: the day is over, and something is still to be paid. */
export function DueDate({ dueDate, outstanding }: { dueDate: string; outstanding: string }) {
  const today = useCompanyDay();
  const overdue = Number(outstanding) > 0 && dueDate < today;
  if (!overdue) return <DateText value={dueDate} />;
  return (
    <span className={classes.overdue}>
      <DateText value={dueDate} /> overdue
    </span>
  );
}
