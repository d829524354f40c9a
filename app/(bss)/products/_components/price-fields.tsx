"use client";

import { NativeSelect } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { AmountInput, PercentInput } from "@/components/inputs/number-input";
import {
  type BillingPeriod,
  billingPeriodLabels,
  billingPeriods,
  type ProductType,
  periodFits,
  productTypeLabels,
  productTypes,
} from "@/lib/domain/product";
import classes from "../../_components/form/form.module.css";
import type { ProductValues } from "./product-values";

interface PriceFieldsProps {
  form: UseFormReturnType<ProductValues>;
  currency: string;
  isNew: boolean;
}

/** Asks what it is and costs. Type and billing period are chosen once, since orders are made of them. */
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
        <AmountInput
          label={`Price (${currency})`}
          description="The price of one unit, without tax."
          currency={currency}
          {...form.getInputProps("price")}
          value={form.values.price}
        />
        <AmountInput
          label={`Cost (${currency})`}
          description="The price that you pay for one unit."
          currency={currency}
          {...form.getInputProps("cost")}
          value={form.values.cost}
        />
        <PercentInput
          label="Tax (%)"
          description="On the price."
          {...form.getInputProps("taxRate")}
          value={form.values.taxRate}
        />
      </div>
    </>
  );
}
