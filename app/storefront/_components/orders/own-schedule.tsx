"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useQuestion } from "@/components/form/use-seen";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { DateField } from "@/components/inputs/date-field";
import { formatDate } from "@/lib/domain/format/format";
import type { OwnOrder, OwnSchedule as Schedule } from "@/lib/server/storefront/orders/queries/get-own-order";
import { rescheduleOrderAction } from "../../actions";
import classes from "./own-schedule.module.css";

interface OwnScheduleProps {
  order: Pick<OwnOrder, "code" | "currency" | "version" | "shown">;
  schedule: Schedule;
}

/** Shows the day on which the order is executed. Until then the customer can choose another one. */
export function OwnSchedule({ order, schedule }: OwnScheduleProps) {
  const date = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState<string | null>(schedule.day);
  const [known, setKnown] = useState(schedule.day);
  if (known !== schedule.day) {
    setKnown(schedule.day);
    // What was chosen since stays.
    if (day === known) setDay(schedule.day);
  }
  return (
    <section className={classes.schedule} aria-label="Scheduled execution">
      <DateField
        ref={date}
        size="md"
        label="Execution date"
        value={day}
        first={schedule.first}
        last={schedule.last}
        onChange={setDay}
      />
      {day !== schedule.day && <ChangeDate order={order} day={day} onDone={() => date.current?.focus()} />}
      <p>
        Prices may change until then: your order is executed at the prices of that day.
        {schedule.price && (
          <b>
            {" "}
            With today’s prices it comes to <Money amount={schedule.price.after} currency={order.currency} />.
          </b>
        )}
      </p>
    </section>
  );
}

interface ChangeDateProps extends Pick<OwnScheduleProps, "order"> {
  /** Is null while the text on screen is no day; the field says why. */
  day: string | null;
  onDone: () => void;
}

function ChangeDate({ order, day, onDone }: ChangeDateProps) {
  const router = useRouter();
  const locale = useLocale();
  const question = useQuestion({
    latest: order,
    seenOf: ({ shown, version }) => shown && { ...shown, version },
    what: "This order",
    send: rescheduleOrderAction,
    onDone: ({ day: chosen }) => {
      notify(`Your order is executed on ${formatDate(chosen, "date", locale)}`);
      onDone();
      router.refresh();
    },
  });
  const { pending, failure } = question;
  const change = () => {
    if (day !== null) void question.answer(({ subject: { code }, ...was }) => ({ code, day, ...was }));
  };
  return (
    <>
      <PendingButton size="md" pending={pending} onClick={change}>
        Change date
      </PendingButton>
      <FailureAlert failure={failure} />
      {question.notice}
    </>
  );
}
