"use client";

import { Button, Group, Loader, Table } from "@mantine/core";
import { useEffect, useState } from "react";
import { Money } from "@/components/money";
import { useAction } from "@/components/use-action";
import type { ExecutionOutcome } from "@/lib/server/orders/outcome";
import { previewExecutionAction } from "../../actions";
import { Dialog } from "./dialog";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";

/** Shows exactly what executing the order today would make, or what holds it. Nothing is changed. */
export function PreviewDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { run, failure } = useAction(previewExecutionAction);
  const [outcome, setOutcome] = useState<ExecutionOutcome | null>(null);
  useEffect(() => {
    run({ code }).then((result) => result.ok && setOutcome(result.value));
  }, [run, code]);

  return (
    <Dialog onClose={onClose} title="Preview execution" size="xl">
      <div className={classes.fields} aria-busy={!outcome && !failure}>
        {!outcome && !failure && <Loader size="sm" aria-label="Working it out" />}
        <RefusalAlert failure={failure} />
        {outcome && <Outcome outcome={outcome} />}
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            Done
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}

function Outcome({ outcome }: { outcome: ExecutionOutcome }) {
  const { currency, invoice, availableCredit, provisioning, statuses } = outcome;
  return (
    <>
      <p className={classes.hint} role="status">
        This is what executing it now would make. Nothing was changed.
      </p>
      <Table.ScrollContainer minWidth={420}>
        <Table aria-label="Invoice lines" className={classes.lines}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Invoice to {invoice.billingTo}</Table.Th>
              <Table.Th>Quantity</Table.Th>
              <Table.Th>Net</Table.Th>
              <Table.Th>Tax</Table.Th>
              <Table.Th>Total</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invoice.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move.
              <Table.Tr key={index}>
                <Table.Td>{line.description}</Table.Td>
                <Table.Td>{line.quantity}</Table.Td>
                {[line.net, line.tax, line.total].map((amount, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always in this order.
                  <Table.Td key={column}>
                    <Money amount={amount} currency={currency} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={2}>Due {invoice.dueDate}</Table.Th>
              {[invoice.net, invoice.tax, invoice.total].map((amount, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always in this order.
                <Table.Th key={column}>
                  <Money amount={amount} currency={currency} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      <ul className={classes.made} aria-label="Afterwards">
        {statuses.map(({ code, status }) => (
          <li key={code}>
            <span>Order {code}</span>
            <strong>{status}</strong>
          </li>
        ))}
        {provisioning.map((task, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no other identity and never move.
          <li key={index}>
            <span>
              {task.action === "change" ? "Change" : "Provision"} {task.quantity} × {task.description}
            </span>
            <span>{task.driver === "manual" ? "by hand" : "by the worker"}</span>
          </li>
        ))}
        <li>
          <span>Available credit of {invoice.billingTo}</span>
          <strong>
            {availableCredit === null ? "Unlimited" : <Money amount={availableCredit} currency={currency} />}
          </strong>
        </li>
      </ul>
    </>
  );
}
