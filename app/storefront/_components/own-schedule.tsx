"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DateField } from "@/components/date-field";
import { useLocale } from "@/components/locale";
import { Money } from "@/components/money";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { formatDate } from "@/lib/domain/format/format";
import type { OwnSchedule as Schedule } from "@/lib/server/storefront/orders/detail";
import { cancelScheduledOrderAction, rescheduleOrderAction } from "../actions";
import classes from "./own-schedule.module.css";

const ConfirmDialog = dynamic(
  () => import("@/components/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
);

interface OwnScheduleProps {
  code: string;
  currency: string;
  schedule: Schedule;
}

/** The day on which the order is executed; until then it can be changed, and the order cancelled. */
export function OwnSchedule({ code, currency, schedule }: OwnScheduleProps) {
  const router = useRouter();
  const locale = useLocale();
  const [day, setDay] = useState<string | null>(schedule.day);
  const [asking, setAsking] = useState(false);
  const rescheduling = useAction(rescheduleOrderAction);
  const cancelling = useAction(cancelScheduledOrderAction);
  const failure = rescheduling.failure ?? cancelling.failure;

  const reschedule = async () => {
    // The field says what is wrong with the date on screen.
    if (day === null) return;
    const result = await rescheduling.run({ code, day });
    if (result.ok) notify(`Your order is executed on ${formatDate(day, "date", locale)}`);
    router.refresh();
  };
  const cancel = async () => {
    const result = await cancelling.run({ code });
    setAsking(false);
    if (result.ok) notify(`Order ${code} is canceled`);
    router.refresh();
  };
  return (
    <section className={classes.schedule} aria-label="Scheduled execution">
      <DateField
        size="md"
        label="Execution date"
        value={day}
        first={schedule.first}
        last={schedule.last}
        onChange={setDay}
      />
      {day !== schedule.day && (
        <Button size="md" loading={rescheduling.pending} onClick={reschedule}>
          Change date
        </Button>
      )}
      <Button size="md" variant="default" loading={cancelling.pending} onClick={() => setAsking(true)}>
        Cancel order
      </Button>
      <p>
        Prices may change until then: your order is executed at the prices of that day.
        {schedule.price && (
          <b>
            {" "}
            With today’s prices it comes to <Money amount={schedule.price.after} currency={currency} />.
          </b>
        )}
      </p>
      {failure && (
        <p role="alert" className={classes.problem}>
          {failure.message}
        </p>
      )}
      {asking && (
        <ConfirmDialog
          opened
          title={`Cancel order ${code}`}
          confirm="Cancel order"
          danger
          pending={cancelling.pending}
          onConfirm={cancel}
          onClose={() => setAsking(false)}
        >
          It is not executed, and cannot be taken up again.
        </ConfirmDialog>
      )}
    </section>
  );
}
