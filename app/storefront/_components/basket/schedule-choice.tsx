"use client";

import { Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { useAction } from "@/components/form/use-action";
import { DateText } from "@/components/format/date";
import { DateField } from "@/components/inputs/date-field";
import type { BasketSchedule } from "@/lib/server/storefront/basket/queries/get-basket";
import { chooseExecutionDateAction } from "../../actions";
import classes from "./basket.module.css";
import { trackSave } from "./basket-saves";

/** Chooses whether the basket is executed when it is placed or on a later day, and saves that at once. */
export function ScheduleChoice({ schedule }: { schedule: BasketSchedule }) {
  const router = useRouter();
  const { run, pending, failure } = useAction(chooseExecutionDateAction);
  const { day, first, last, problem } = schedule;
  const date = useRef<HTMLInputElement>(null);

  const choose = async (chosen: string | null) => {
    await trackSave(run({ day: chosen }), date.current);
    router.refresh();
  };
  return (
    <div className={classes.schedule} aria-busy={pending}>
      <Switch
        label="Scheduled execution"
        size="md"
        checked={day !== null}
        disabled={day === null && problem !== null}
        description={
          day === null
            ? (problem ?? "We execute your order at once, unless you choose a later day.")
            : undefined
        }
        onChange={(event) => choose(event.currentTarget.checked ? "first" : null)}
      />
      {day !== null && (
        <>
          <DateField
            ref={date}
            size="md"
            label="Execution date"
            value={day}
            first={first}
            last={last}
            onChange={(chosen) => chosen && choose(chosen)}
            error={failure?.message ?? problem}
          />
          <p className={classes.dimmed} role="status">
            Executed on <DateText value={day} />. Prices may change until then: it is executed at the prices
            of that day.
          </p>
        </>
      )}
      {day === null && <FailureAlert failure={failure} />}
    </div>
  );
}
