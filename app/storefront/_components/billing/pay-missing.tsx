"use client";

import { useLocale } from "@/components/format/locale";
import { formatMoney } from "@/lib/domain/format/format";
import { startPaymentAction } from "../../payments/actions";
import { PayButton } from "./pay-button";

interface PayMissingProps {
  /** Of the order that credit is missing for. */
  code: string;
  missing: string;
  currency: string;
}

/** Leads to the provider's page, to pay what credit is missing. */
export function PayMissing({ code, missing, currency }: PayMissingProps) {
  const { locale } = useLocale();
  return (
    <PayButton action={startPaymentAction} input={{ code }}>
      Pay {formatMoney(missing, currency, locale)} now
    </PayButton>
  );
}
