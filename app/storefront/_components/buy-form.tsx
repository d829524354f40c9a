"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { FormEvent } from "react";
import { useDraft } from "@/components/use-draft";
import { wholeNumber } from "@/components/whole-number";
import { WholeNumberInput } from "@/components/whole-number-input";
import type { CatalogueDetail } from "@/lib/server/storefront/catalogue";
import classes from "./product-page.module.css";
import { useAddToBasket } from "./use-add-to-basket";

/** How many, with which values, which a reload does not lose; what can be tried may be tried. */
export function BuyForm({ product }: { product: CatalogueDetail }) {
  const form = useForm({ initialValues: { quantity: "1", configuration: {} as Record<string, string> } });
  const draft = useDraft(`buy:${product.id}`, form);
  const { configuration } = form.values;
  const quantity = wholeNumber(form.values.quantity);
  const buying = useAddToBasket({ productId: product.id, quantity: quantity ?? 1, configuration });
  const trying = useAddToBasket({
    productId: product.id,
    quantity: quantity ?? 1,
    configuration,
    itemType: "trial",
  });
  const isQuantity = quantity !== null && quantity >= 1 && quantity <= 1_000_000;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isQuantity && (await buying.add())) draft.clear();
  };
  const tryIt = async () => {
    if (await trying.add()) draft.clear();
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={product.name}>
      <WholeNumberInput
        label="Quantity"
        size="md"
        value={form.values.quantity}
        onChange={(typed) => form.setFieldValue("quantity", typed)}
        max={1_000_000}
        error={isQuantity ? null : "Enter a whole number from 1 to 1,000,000."}
      />
      {product.requiredConfiguration.map((name) => (
        <TextInput
          key={name}
          label={name}
          description="Needed before it can start. You can also fill it in later."
          size="md"
          value={configuration[name] ?? ""}
          onChange={(event) =>
            form.setFieldValue("configuration", { ...configuration, [name]: event.currentTarget.value })
          }
        />
      ))}
      <Button type="submit" size="md" loading={buying.pending}>
        Add to basket
      </Button>
      {product.trial && (
        <>
          <Button
            variant="default"
            size="md"
            loading={trying.pending}
            disabled={!isQuantity}
            onClick={tryIt}
            aria-describedby="trial"
          >
            Try it free
          </Button>
          <p id="trial">
            {product.trialDays} days, up to {product.trialMaxQuantity?.toLocaleString("en")} units. It ends by
            itself unless you buy it.
          </p>
        </>
      )}
      {buying.problem}
      {trying.problem}
    </form>
  );
}
