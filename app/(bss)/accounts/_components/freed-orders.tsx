"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import table from "@/components/data-table/data-table.module.css";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { FreedOrder } from "@/lib/server/orders/queries/freed-orders";
import { Section } from "../../_components/section";
import { startBulkRunAction } from "../../orders/bulk/actions";
import classes from "./payments.module.css";

const ExecuteDialog = dynamic(
  () => import("../../orders/_components/dialogs/execute-dialog").then((module) => module.ExecuteDialog),
  { ssr: false },
);

/** Offers to execute the orders that waited for credit and that the payment just recorded lets through. */
export function FreedOrders({ orders }: { orders: FreedOrder[] }) {
  const router = useRouter();
  const bulk = useAction(startBulkRunAction);
  const [executing, setExecuting] = useState<FreedOrder | null>(null);

  const executeAll = async () => {
    const selection = { orderIds: orders.map(({ id }) => id) };
    const result = await bulk.run({ selection, work: { action: "execute", input: {} } });
    if (result.ok) router.push(`/orders/bulk/${result.value.runId}`);
    else notifyFailure(result);
  };

  return (
    <Section title="Orders this payment frees">
      <div className={classes.freed}>
        <p>
          Credit held these orders before. The oldest come first, and together they fit the available credit.
        </p>
        {orders.length > 1 && (
          <PendingButton pending={bulk.pending} onClick={executeAll}>
            Execute all {orders.length}
          </PendingButton>
        )}
      </div>
      <div className={table.frame}>
        <table className={table.table} aria-label="Orders this payment frees">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Name</th>
              <th scope="col">Order date</th>
              <th scope="col" data-align="end">
                To be invoiced
              </th>
              <th scope="col" data-align="end">
                Execution
              </th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <tr key={order.id}>
                <td data-card="title">
                  <Link href={`/orders/${order.code}`}>{order.code}</Link>
                </td>
                <td data-label="Name">{order.name}</td>
                <td data-label="Order date">
                  <DateText value={order.orderDate} />
                </td>
                <td data-card="aside" data-align="end">
                  <Money amount={order.total} currency={order.currency} />
                </td>
                <td data-label="Execution" data-align="end">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Execute order ${order.code}`}
                    disabled={bulk.pending}
                    onClick={() => setExecuting(order)}
                  >
                    Execute
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {executing && (
        <ExecuteDialog
          order={{ ...executing, may: { overrideCredit: false } }}
          onClose={() => setExecuting(null)}
        />
      )}
    </Section>
  );
}
