"use client";

import { TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import classes from "../../_components/form/form.module.css";
import type { ProductValues } from "./product-values";

/** Asks how long and how many units customers may try for free. */
export function TrialFields({ form }: { form: UseFormReturnType<ProductValues> }) {
  return (
    <div className={classes.pair}>
      <TextInput
        label="Free trial (days)"
        description="Leave both empty to offer no trial."
        inputMode="numeric"
        {...form.getInputProps("trialDays")}
      />
      <TextInput
        label="Units at most"
        description="Of one trial, like 5."
        inputMode="numeric"
        {...form.getInputProps("trialMaxQuantity")}
      />
    </div>
  );
}
