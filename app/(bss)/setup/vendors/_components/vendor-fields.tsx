"use client";

import { Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import type { VendorRow } from "@/lib/server/vendors/queries/vendors";
import classes from "../../../_components/form/form.module.css";

export type VendorValues = ReturnType<typeof vendorValues>;

export function vendorValues(vendor: VendorRow | null) {
  return {
    name: vendor?.name ?? "",
    endpoint: vendor?.endpoint ?? "",
    preCheck: vendor?.preCheck ?? false,
    timeoutSeconds: String(vendor?.timeoutSeconds ?? 10),
    callbackMinutes: String(vendor?.callbackMinutes ?? 60),
  };
}

/** Returns the values as the command takes them. */
export function vendorInput({ timeoutSeconds, callbackMinutes, ...values }: VendorValues) {
  return { ...values, timeoutSeconds: Number(timeoutSeconds), callbackMinutes: Number(callbackMinutes) };
}

export function VendorFields({ form, isNew }: { form: UseFormReturnType<VendorValues>; isNew: boolean }) {
  return (
    <>
      <TextInput label="Name" autoFocus={isNew} {...form.getInputProps("name")} />
      <TextInput
        label="Address"
        description="Enter the address where the vendor listens. It begins with https://."
        inputMode="url"
        autoComplete="off"
        {...form.getInputProps("endpoint")}
      />
      <Switch
        label="Ask before an order is executed"
        description="The vendor can hold an order of its products, and says why."
        {...form.getInputProps("preCheck", { type: "checkbox" })}
      />
      <div className={classes.pair}>
        <WholeNumberInput
          label="Time to answer (seconds)"
          description="A call that takes longer counts as failed."
          max={60}
          {...form.getInputProps("timeoutSeconds")}
          value={form.values.timeoutSeconds}
        />
        <WholeNumberInput
          label="Time to report back (minutes)"
          description="If a vendor accepts but does not report back in time, we ask it again."
          max={10_080}
          {...form.getInputProps("callbackMinutes")}
          value={form.values.callbackMinutes}
        />
      </div>
    </>
  );
}
