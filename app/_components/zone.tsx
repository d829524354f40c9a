"use client";

import type { ReactNode } from "react";
import { LocaleProvider, useLocale } from "@/components/format/locale";

interface ZoneProps {
  timeZone: string;
  companyTimeZone: string;
  children: ReactNode;
}

/** Tells times below it in the person's own time zone, and knows whose days the company counts. */
export function Zone({ timeZone, companyTimeZone, children }: ZoneProps) {
  const locale = useLocale();
  return (
    <LocaleProvider {...locale} timeZone={timeZone} companyTimeZone={companyTimeZone}>
      {children}
    </LocaleProvider>
  );
}
