"use client";

import { DateText } from "@/components/format/date";
import { useLocale } from "@/components/format/locale";
import { localDay } from "@/lib/domain/values/day";

/** Says since when a subscription runs, or on which day it starts. */
export function StartDate({ day }: { day: string }) {
  const { renderedAt, companyTimeZone } = useLocale();
  const starts = day > localDay(new Date(renderedAt), companyTimeZone);
  return (
    <>
      {starts ? "starts on" : "since"} <DateText value={day} />
    </>
  );
}
