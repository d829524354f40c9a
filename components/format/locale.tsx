"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { localDay } from "@/lib/domain/values/day";

/** Says how the reader writes numbers and dates. The root layout takes it from the request. */
export interface Locale {
  /** Is a BCP 47 tag for numbers and dates. Words on screen are English. */
  locale: string;
  /** Is an IANA name. */
  timeZone: string;
  /** Is the IANA name of the organization's zone, whose days date invoices, due dates and start dates. */
  companyTimeZone: string;
  /** Is the time in milliseconds at which the server rendered, so that both sides compute the same "3 hours ago". */
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
