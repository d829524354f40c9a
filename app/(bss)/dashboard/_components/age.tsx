"use client";

import { useLocale } from "@/components/format/locale";
import { useNow } from "@/components/format/relative-time";
import { count } from "@/lib/domain/format/count";
import classes from "./age.module.css";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Shows how long something has waited: "12 days", warm from the third day and hot from the tenth. */
export function Age({ since }: { since: string }) {
  const { locale, renderedAt } = useLocale();
  const age = Math.max(0, useNow(renderedAt) - Date.parse(since));
  const warmth = age >= 10 * day ? "hot" : age >= 3 * day ? "warm" : undefined;
  return (
    <span className={classes.age} data-warmth={warmth}>
      {words(age, locale)}
    </span>
  );
}

function words(age: number, locale: string): string {
  const [unit, length] =
    age < hour
      ? (["minute", minute] as const)
      : age < 2 * day
        ? (["hour", hour] as const)
        : (["day", day] as const);
  return count(Math.floor(age / length), unit, `${unit}s`, locale);
}
