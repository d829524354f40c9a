"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import type { MissingValue } from "@/lib/domain/order/moves/fill-in";
import { fillInValuesAction } from "../../actions";
import { ValueField } from "../basket/value-field";
import classes from "./missing-values.module.css";

const keyOf = ({ itemId, name }: MissingValue) => `${itemId}.${name}`;

/** Asks for the values that an order waits for. The customer can fill in each now or later. */
export function MissingValues({ code, missing }: { code: string; missing: MissingValue[] }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { run, pending, failure, problems, forget } = useAction(fillInValuesAction);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [checked, setChecked] = useState(false);
  const given = missing.filter((one) => typed[keyOf(one)]?.trim());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    await painted();
    const marked = "[aria-invalid='true'], [data-wrong]";
    const wrong = form.current?.querySelector<HTMLElement>(given.length === 0 ? "input" : marked);
    if (wrong) return wrong.focus();
    const items = given.map((one) => ({
      itemId: one.itemId,
      values: { [one.name]: typed[keyOf(one)] ?? "" },
    }));
    const result = await run({ code, items });
    if (result.ok) {
      notify(given.length === 1 ? "Your value is saved" : "Your values are saved");
      // The form goes with the last value. Reading continues at the page.
      if (given.length === missing.length) document.getElementById("main")?.focus();
      setChecked(false);
    }
    router.refresh();
  };
  const problemAt = (one: MissingValue) =>
    problems[`values.${keyOf(one)}`] ?? (checked && given.length === 0 ? "Enter a value." : null);
  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form} aria-label="Missing values">
      {missing.map((one) => (
        <ValueField
          key={keyOf(one)}
          name={one.name}
          kinds={{ [one.name]: one.kind }}
          description={`For ${one.description}`}
          value={typed[keyOf(one)] ?? ""}
          checked={checked}
          problem={problemAt(one)}
          onChange={(value) => {
            setTyped((before) => ({ ...before, [keyOf(one)]: value }));
            setChecked(false);
            forget();
          }}
        />
      ))}
      <PendingButton type="submit" size="md" pending={pending}>
        Save values
      </PendingButton>
      <FailureAlert failure={failure} beside={missing.map((one) => `values.${keyOf(one)}`)} />
    </form>
  );
}

/** Waits until the problems are marked on the page. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
