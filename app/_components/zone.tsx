"use client";

import type { ReactNode } from "react";
import { LocaleProvider, useLocale } from "@/components/locale";

/** Below it, times are told in the person's own time zone. */
export function Zone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const locale = useLocale();
  return (
    <LocaleProvider {...locale} timeZone={timeZone}>
      {children}
    </LocaleProvider>
  );
}
