"use client";

import { Button, Group, Loader, Table } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { DateText } from "@/components/date";
import { Money } from "@/components/money";
import { useAction } from "@/components/use-action";
import { provisioningDriverLabels } from "@/lib/domain/provisioning";
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
        <RefusalAlert failure={failure} lead="It would not be executed as it stands." />
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
  const { currency, invoice, availableCredit, subscriptions, provisioning, statuses } = outcome;
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
              <Table.Th colSpan={2}>
                Due <DateText value={invoice.dueDate} />
              </Table.Th>
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
      <Part title="Afterwards">
        {statuses.map(({ code, status }) => (
          <li key={code}>
            <span>Order {code}</span>
            <strong>{status}</strong>
          </li>
        ))}
        <li>
          <span>Available credit of {invoice.billingTo}</span>
          <strong>
            {availableCredit === null ? "Unlimited" : <Money amount={availableCredit} currency={currency} />}
          </strong>
        </li>
      </Part>
      {subscriptions.length > 0 && (
        <Part title="Subscriptions and assets">
          {subscriptions.map(({ description, quantity, type, trial, startDate }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no other identity yet and never move.
            <li key={index}>
              <span>
                {quantity} × {description}
                {trial && ", trial"}
              </span>
              <span>
                {type === "asset" ? "Asset" : "Subscription"} from <DateText value={startDate} />
              </span>
            </li>
          ))}
        </Part>
      )}
      {provisioning.length > 0 && (
        <Part title="Provisioning">
          {provisioning.map(({ action, quantity, description, driver }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no other identity and never move.
            <li key={index}>
              <span>
                {action === "change" ? "Add" : "Provision"} {quantity} × {description}
              </span>
              <span>{provisioningDriverLabels[driver]}</span>
            </li>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <ul className={classes.made} aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
