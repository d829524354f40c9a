"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { localDay } from "@/lib/domain/values/day";

/** How the reader writes numbers and dates; set once by the root layout from the request. */
export interface Locale {
  /** BCP 47, for numbers and dates. Words on screen are English. */
  locale: string;
  /** IANA name. */
  timeZone: string;
  /** IANA name of the organization's: its days are today's invoices, due dates and start dates. */
  companyTimeZone: string;
  /** Milliseconds at which the server rendered, so that both sides compute the same "3 hours ago". */
  renderedAt: number;
}

const LocaleContext = createContext<Locale>({
  locale: "en-GB",
  timeZone: "UTC",
  companyTimeZone: "UTC",
  renderedAt: 0,
});

export function LocaleProvider({ children, ...locale }: Locale & { children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Returns the organization's day as it was when the component appeared, wherever the reader is. */
export function useCompanyDay(): string {
  const { companyTimeZone } = useLocale();
  const [day] = useState(() => localDay(new Date(), companyTimeZone));
  return day;
}
