import { Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useCompanyDay, useLocale } from "@/components/format/locale";
import { DateField } from "@/components/inputs/date-field";
import { formatDate } from "@/lib/domain/format/format";
import { isUnusualStart, startDays } from "@/lib/domain/values/bounds";
import { addDays } from "@/lib/domain/values/day";

interface StartDate {
  startDate: string | null;
  /** Asks for the date, and to confirm an unusual one. */
  field: ReactNode;
  /** Returns the date if it can be sent as it is on screen. Otherwise it shows what is missing. */
  take: () => string | null;
}

/** Holds the start date of an execution, which is today unless chosen. */
export function useStartDate(problem: string | undefined): StartDate {
  const locale = useLocale();
  const today = useCompanyDay();
  const [startDate, setStartDate] = useState<string | null>(today);
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  const { first, last } = startDays(today);
  const words = (day: string) => formatDate(day, "date", locale);
  const unusual = startDate !== null && isUnusualStart(startDate, today);

  const field = (
    <>
      <DateField
        label="Start date"
        description={`Subscriptions can start from ${words(first)} to ${words(last)}. The invoice is dated today.`}
        value={startDate}
        first={first}
        last={last}
        error={problem}
        onChange={(day) => {
          setStartDate(day);
          setAgreed(false);
          setAsked(false);
        }}
        data-autofocus
      />
      {unusual && (
        <Checkbox
          label={`Yes, start on ${words(startDate)}`}
          description={
            startDate < today
              ? `This is more than 7 days ago. The services are set up now and count from ${words(startDate)}.`
              : `This is more than 31 days ahead. You invoice now, and the services are set up on ${words(startDate)}.`
          }
          checked={agreed}
          error={asked && !agreed ? "Confirm this date, or choose another one." : undefined}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
      )}
      {startDate !== null && !unusual && startDate >= addDays(today, 1) && (
        <p role="status">You invoice now, and the services are set up on {words(startDate)}.</p>
      )}
    </>
  );
  const take = () => {
    setAsked(true);
    return unusual && !agreed ? null : startDate;
  };
  return { startDate, field, take };
}
