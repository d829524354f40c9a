"use client";

import { Button, Group } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";

const CancelDialog = dynamic(() => import("../dialogs/cancel-dialog").then((module) => module.CancelDialog), {
  ssr: false,
});

const title = "Cancel the remainder";

/** Ends a partly executed primary with what was executed. The dialog says which units go. */
export function CancelRemainder({ order, statuses }: { order: OrderDetail; statuses: StatusOption[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Group justify="flex-end" mb="sm">
      <Button variant="default" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && (
        <CancelDialog order={order} statuses={statuses} title={title} onClose={() => setOpen(false)} />
      )}
    </Group>
  );
}
