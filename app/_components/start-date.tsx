"use client";

import { DateText } from "@/components/format/date";
import { useCompanyDay } from "@/components/format/locale";

/** Says since when a subscription runs, or on which day it starts. */
export function StartDate({ day }: { day: string }) {
  const starts = day > useCompanyDay();
  return (
    <>
      {starts ? "starts on" : "since"} <DateText value={day} />
    </>
  );
}
