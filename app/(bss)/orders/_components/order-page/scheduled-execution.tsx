"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { DateText } from "@/components/format/date";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { RelativeTime } from "@/components/format/relative-time";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import { maxAttempts } from "@/lib/domain/scheduling/schedule";
import type { OrderDetail, OrderSchedule } from "@/lib/server/orders/queries/get-order";
import classes from "./scheduled-execution.module.css";

const ExecuteDialog = dynamic(
  () => import("../dialogs/execute-dialog").then((module) => module.ExecuteDialog),
  { ssr: false },
);

/** Tells when the scheduler executes the order, how it got on, and what would happen on the day as things are now. */
export function ScheduledExecution({ order, schedule }: { order: OrderDetail; schedule: OrderSchedule }) {
  const [executing, setExecuting] = useState(false);
  return (
    <section className={classes.schedule} aria-label="Scheduled execution">
      <div className={classes.head}>
        <h2>Scheduled execution</h2>
        {order.may.execute && (
          <Button variant="default" size="compact-sm" onClick={() => setExecuting(true)}>
            Execute now
          </Button>
        )}
      </div>
      <dl>
        <div>
          <dt>Execution date</dt>
          <dd>
            <DateText value={schedule.day} /> <span className={classes.zone}>{schedule.timeZone}</span>
          </dd>
        </div>
        <div>
          <dt>Tries</dt>
          <dd className="number">
            {schedule.attempts} of {maxAttempts}
          </dd>
        </div>
        <div>
          <dt>Next try</dt>
          <dd>
            <NextTry schedule={schedule} />
          </dd>
        </div>
      </dl>
      <Expected order={order} schedule={schedule} />
      {executing && <ExecuteDialog order={order} onClose={() => setExecuting(false)} />}
    </section>
  );
}

function NextTry({ schedule: { executing, nextAttemptAt } }: { schedule: OrderSchedule }) {
  if (executing) return "Under way";
  return nextAttemptAt ? <RelativeTime value={nextAttemptAt} /> : "None: waits for a person";
}

/** Tells the forecast in sentences, if anything speaks against the order. */
function Expected({
  order,
  schedule: { forecast, executing },
}: {
  order: OrderDetail;
  schedule: OrderSchedule;
}) {
  const { locale } = useLocale();
  if (!forecast || executing || (forecast.gates.length === 0 && !forecast.price)) return null;
  // The page already says above what holds the order now.
  const said = new Set(order.heldBy.map((gate) => describeGate(gate, locale).sentence));
  const unsaid = forecast.gates
    .map((gate) => describeGate(gate, locale).sentence)
    .filter((text) => !said.has(text));
  return (
    <div className={classes.forecast}>
      {forecast.gates.length > 0 && (
        <p>
          If nothing changes, the scheduler will not execute this order on its day.
          {unsaid.length > 0 &&
            " The reasons count today’s prices and the payer’s orders that are due earlier:"}
        </p>
      )}
      <ul>
        {unsaid.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {forecast.price && (
          <li>
            The price list has changed: it would cost{" "}
            <Money amount={forecast.price.after} currency={order.currency} /> instead of{" "}
            <Money amount={forecast.price.before} currency={order.currency} />.
          </li>
        )}
      </ul>
    </div>
  );
}
