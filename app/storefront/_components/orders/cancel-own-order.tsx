"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { OrderToCancel } from "./cancel-own-dialog";

const CancelOwnDialog = dynamic(
  () => import("./cancel-own-dialog").then((module) => module.CancelOwnDialog),
  {
    ssr: false,
  },
);

/** Lets a customer cancel an order while nothing of it is executed. */
export function CancelOwnOrder({ order }: { order: OrderToCancel }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      {order.mayCancel && (
        <Button size="md" variant="default" onClick={() => setAsking(true)}>
          Cancel order
        </Button>
      )}
      {asking && <CancelOwnDialog order={order} onClose={() => setAsking(false)} />}
    </>
  );
}
