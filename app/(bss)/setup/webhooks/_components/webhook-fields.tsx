"use client";

import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { EventKind } from "@/lib/domain/events/event";
import { type Problem, problemsByPath } from "@/lib/schemas/action-result";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";
import classes from "../../../_components/form/form.module.css";
import { kindGroups } from "./kind-groups";
import { eventTitle } from "./words";

export type WebhookValues = { name: string; url: string; types: EventKind[] };

/** Returns the values of the form. A new webhook begins with the orders, which most programs want. */
export function webhookValues(webhook: WebhookRow | null): WebhookValues {
  return {
    name: webhook?.name ?? "",
    url: webhook?.url ?? "",
    types: webhook?.types ?? ["order.created", "order.executed", "order.cancelled"],
  };
}

/** Tells a problem of one kind beside all of them. */
export function webhookProblems(problems: Problem[]): Record<string, string> {
  return problemsByPath(problems.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ""), message })));
}

export function WebhookFields({ form, isNew }: { form: UseFormReturnType<WebhookValues>; isNew: boolean }) {
  const { types } = form.values;
  const choose = (chosen: readonly string[]) =>
    form.setFieldValue(
      "types",
      kindGroups.flatMap(({ kinds }) => kinds).filter((kind) => chosen.includes(kind)),
    );
  return (
    <>
      <TextInput
        label="Name"
        description="Name the program that receives the events."
        autoFocus={isNew}
        {...form.getInputProps("name")}
      />
      <TextInput
        label="Address"
        description="Enter the address where the program listens. It begins with https://."
        inputMode="url"
        autoComplete="off"
        {...form.getInputProps("url")}
      />
      <Checkbox.Group label="Events" value={types} error={form.errors.types} onChange={choose}>
        <Stack gap="md" mt="xs">
          {kindGroups.map(({ title, kinds }) => {
            const chosen = kinds.filter((kind) => types.includes(kind)).length;
            const all = chosen === kinds.length;
            return (
              <fieldset key={title} className={classes.group}>
                <legend>
                  {title}: {chosen} of {kinds.length}
                </legend>
                <div>
                  <Button
                    size="compact-sm"
                    variant="default"
                    justify="start"
                    aria-label={`${all ? "Choose none" : "Choose all"}: ${title}`}
                    onClick={() =>
                      choose(all ? types.filter((kind) => !kinds.includes(kind)) : [...types, ...kinds])
                    }
                  >
                    {all ? "Choose none" : "Choose all"}
                  </Button>
                </div>
                <div className={classes.pair}>
                  {kinds.map((kind) => (
                    <Checkbox key={kind} value={kind} label={eventTitle(kind)} description={kind} />
                  ))}
                </div>
              </fieldset>
            );
          })}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
