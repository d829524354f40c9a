"use client";

import { useMay } from "@/components/layout/current-user";
import { payInvoiceAction } from "../../payments/actions";
import { PayButton } from "./pay-button";

/** Leads to the provider's page, to pay what is outstanding of an invoice. */
export function PayInvoice({ number, size }: { number: string; size?: "compact-sm" }) {
  if (!useMay("storefront:pay")) return size ? "–" : null;
  return (
    <PayButton
      action={payInvoiceAction}
      input={{ number }}
      label={`Pay invoice ${number}`}
      {...(size ? { size } : { variant: "filled" })}
    >
      Pay invoice
    </PayButton>
  );
}
