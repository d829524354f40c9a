"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import {
  type BillingPeriod,
  billingPeriodLabels,
  billingPeriods,
  type ProductType,
  periodFits,
  productTypeLabels,
  productTypes,
} from "@/lib/domain/product";
import classes from "../../_components/form.module.css";
import type { ProductValues } from "./product-values";

interface PriceFieldsProps {
  form: UseFormReturnType<ProductValues>;
  currency: string;
  isNew: boolean;
}

/** What it is and costs. Type and billing period are chosen once, since orders are made of them. */
export function PriceFields({ form, currency, isNew }: PriceFieldsProps) {
  const { type, billingPeriod } = form.values;
  const fitting = billingPeriods.filter((period) => periodFits(type, period));
  const chooseType = (chosen: ProductType) => {
    const period = periodFits(chosen, billingPeriod)
      ? billingPeriod
      : chosen === "subscription"
        ? "month"
        : "once";
    form.setValues({ type: chosen, billingPeriod: period });
  };
  return (
    <>
      {isNew && (
        <div className={classes.pair}>
          <NativeSelect
            label="Type"
            data={productTypes.map((value) => ({ value, label: productTypeLabels[value] }))}
            value={type}
            error={form.errors.type}
            onChange={(event) => chooseType(event.currentTarget.value as ProductType)}
          />
          <NativeSelect
            label="Billed"
            data={fitting.map((value) => ({ value, label: billingPeriodLabels[value] }))}
            value={billingPeriod}
            error={form.errors.billingPeriod}
            onChange={(event) =>
              form.setFieldValue("billingPeriod", event.currentTarget.value as BillingPeriod)
            }
          />
        </div>
      )}
      <div className={classes.three}>
        <TextInput
          label={`Price (${currency})`}
          description="Per unit, without tax."
          inputMode="decimal"
          {...form.getInputProps("price")}
        />
        <TextInput
          label={`Cost (${currency})`}
          description="What you pay for a unit."
          inputMode="decimal"
          {...form.getInputProps("cost")}
        />
        <TextInput
          label="Tax (%)"
          description="On the price."
          inputMode="decimal"
          {...form.getInputProps("taxRate")}
        />
      </div>
    </>
  );
}
