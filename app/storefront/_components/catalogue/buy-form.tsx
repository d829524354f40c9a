"use client";

import { useForm } from "@mantine/form";
import { type FormEvent, useRef, useState } from "react";
import { PendingButton } from "@/components/feedback/pending-button";
import { useDraft } from "@/components/form/use-draft";
import { wholeNumber } from "@/components/inputs/whole-number";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import { wrongValues } from "@/lib/domain/values/value-kind";
import type { CatalogueDetail } from "@/lib/server/storefront/shop/queries/catalogue";
import { useAddToBasket } from "../basket/use-add-to-basket";
import { ValueField } from "../basket/value-field";
import classes from "./product-page.module.css";

/**
 * Asks for quantity and values, which a reload does not lose, and buys the product or tries it where that is possible.
 */
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

  const fields = useRef<HTMLFormElement>(null);
  const [checked, setChecked] = useState(false);
  const isRight = isQuantity && wrongValues(product.valueKinds, configuration).length === 0;

  const add = async (how: typeof buying) => {
    setChecked(true);
    if (!isRight) return requestAnimationFrame(() => focusInvalid(fields.current));
    if (await how.add()) draft.clear();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add(buying);
  };

  return (
    <form ref={fields} onSubmit={submit} noValidate className={classes.form} aria-label={product.name}>
      <WholeNumberInput
        label="Quantity"
        size="md"
        value={form.values.quantity}
        onChange={(typed) => form.setFieldValue("quantity", typed)}
        max={1_000_000}
        error={isQuantity ? null : "Enter a whole number from 1 to 1,000,000."}
      />
      {product.requiredConfiguration.map((name) => (
        <ValueField
          key={name}
          name={name}
          kinds={product.valueKinds}
          description="We need this before the product can start. You can also fill it in later."
          value={configuration[name] ?? ""}
          onChange={(value) => form.setFieldValue("configuration", { ...configuration, [name]: value })}
          checked={checked}
        />
      ))}
      <PendingButton type="submit" size="md" pending={buying.pending}>
        Add to basket
      </PendingButton>
      {product.trial && (
        <>
          <PendingButton
            variant="default"
            size="md"
            pending={trying.pending}
            onClick={() => add(trying)}
            aria-describedby="trial"
          >
            Try it free
          </PendingButton>
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

function focusInvalid(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[aria-invalid='true'], [data-wrong]")?.focus();
}
