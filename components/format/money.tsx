"use client";

import { formatMoney } from "@/lib/domain/format/format";
import { useLocale } from "./locale";

export interface MoneyProps {
  /** Is an exact decimal as a string, such as "1234.50". */
  amount: string;
  /** Is an ISO 4217 code. */
  currency: string;
}

/** Shows an amount in the reader's notation, in figures that line up in a column. */
export function Money({ amount, currency }: MoneyProps) {
  const { locale } = useLocale();
  return (
    <data className="number" value={`${amount} ${currency}`}>
      {formatMoney(amount, currency, locale)}
    </data>
  );
}
