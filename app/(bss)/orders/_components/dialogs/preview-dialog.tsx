"use client";

import { Button, Group, Loader } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { useAction } from "@/components/form/use-action";
import { useSeen } from "@/components/form/use-seen";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Quantity } from "@/components/format/numbers";
import { PricedLines } from "@/components/format/priced-lines";
import { provisioningDriverLabels } from "@/lib/domain/provisioning";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import type { ExecutionOutcome } from "@/lib/server/orders/tree/outcome";
import { previewExecutionAction } from "../../actions";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";

/** Shows exactly what executing the order today would make, or what holds it. It changes nothing. */
export function PreviewDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const { run, failure } = useAction(previewExecutionAction);
  const [outcome, setOutcome] = useState<ExecutionOutcome | null>(null);
  useEffect(() => {
    // The preview is read again after each change of the order or of what is paid.
    run({ code: order.code }).then((result) => result.ok && setOutcome(result.value));
  }, [run, order]);

  return (
    <Dialog onClose={onClose} title="Preview execution" size="xl">
      <div className={classes.fields} aria-busy={!outcome && !failure}>
        {!outcome && !failure && <Loader size="sm" aria-label="Working it out" />}
        <RefusalAlert failure={failure} lead="The order would not be executed now." />
        {outcome && <AsSeen latest={outcome} onClose={onClose} />}
        {!outcome && <Done onClose={onClose} />}
      </div>
    </Dialog>
  );
}

/** Keeps the preview as it was opened, until the person wants the newer one. */
function AsSeen({ latest, onClose }: { latest: ExecutionOutcome; onClose: () => void }) {
  const { subject, notice } = useSeen({ latest, seenOf: ({ shown }) => shown, what: "This order" });
  return (
    <>
      <Outcome outcome={subject} />
      <Done onClose={onClose} />
      {notice}
    </>
  );
}

function Done({ onClose }: { onClose: () => void }) {
  return (
    <Group justify="flex-end">
      <Button onClick={onClose} data-autofocus>
        Done
      </Button>
    </Group>
  );
}

function Outcome({ outcome }: { outcome: ExecutionOutcome }) {
  const { currency, invoice, availableCredit, subscriptions, provisioning, statuses } = outcome;
  return (
    <>
      <p className={classes.hint} role="status">
        Executing the order now would create this. Nothing was changed.
      </p>
      <section className={classes.part}>
        <h3>Invoice to {invoice.billingTo}</h3>
        <PricedLines
          label="Invoice lines"
          lines={invoice.lines.map((line, index) => ({ ...line, id: String(index), amount: line.net }))}
          currency={currency}
          amount="Net"
        />
        <ul className={classes.made} aria-label="Invoice totals">
          <li>
            <span>Net</span>
            <Money amount={invoice.net} currency={currency} />
          </li>
          <li>
            <span>Tax</span>
            <Money amount={invoice.tax} currency={currency} />
          </li>
          <li>
            <span>
              Total, issued <DateText value={invoice.issueDate} />, due <DateText value={invoice.dueDate} />
            </span>
            <strong>
              <Money amount={invoice.total} currency={currency} />
            </strong>
          </li>
        </ul>
      </section>
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
                <Quantity value={quantity} /> × {description}
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
                {action === "change" ? "Add" : "Provision"} <Quantity value={quantity} /> × {description}
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
