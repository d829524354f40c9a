"use client";

import { useLocale } from "@/components/format/locale";
import { formatMoney } from "@/lib/domain/format/format";
import { startPaymentAction } from "../../payments/actions";
import { PayButton } from "./pay-button";

interface PayMissingProps {
  /** Is the code of the order that lacks credit. */
  code: string;
  missing: string;
  currency: string;
}

/** Leads to the provider's page, to pay the missing credit. */
export function PayMissing({ code, missing, currency }: PayMissingProps) {
  const { locale } = useLocale();
  return (
    <PayButton action={startPaymentAction} input={{ code }}>
      Pay {formatMoney(missing, currency, locale)} now
    </PayButton>
  );
}
