"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { formatMoney } from "@/components/format";
import { useLocale } from "@/components/locale";
import { useAction } from "@/components/use-action";
import { startPaymentAction } from "../payments/actions";

interface PayMissingProps {
  /** Of the order that credit is missing for. */
  code: string;
  missing: string;
  currency: string;
}

/** Leads to the provider's page, to pay what credit is missing. */
export function PayMissing({ code, missing, currency }: PayMissingProps) {
  const { locale } = useLocale();
  const starting = useAction(startPaymentAction);
  const [leaving, setLeaving] = useState(false);

  const pay = async () => {
    const result = await starting.run({ code });
    if (!result.ok) return;
    setLeaving(true);
    location.assign(result.value.page);
  };
  return (
    <div>
      {starting.failure && <p role="alert">{starting.failure.message}</p>}
      <Button variant="default" loading={starting.pending || leaving} onClick={pay}>
        Pay {formatMoney(missing, currency, locale)} now
      </Button>
    </div>
  );
}
