"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { PaymentOf } from "./record-payment-dialog";

const RecordPaymentDialog = dynamic(
  () => import("./record-payment-dialog").then((module) => module.RecordPaymentDialog),
  { ssr: false },
);

/** Opens the dialog that records a payment. */
export function RecordPayment(payment: PaymentOf) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Record payment
      </Button>
      {opened && <RecordPaymentDialog {...payment} onClose={() => setOpened(false)} />}
    </>
  );
}
