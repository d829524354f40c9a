"use client";

import { TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { wholeNumber } from "@/components/inputs/whole-number";
import { problemsByPath } from "@/lib/schemas/action-result";
import type { ProductDetail } from "@/lib/server/products/queries/products";
import { EditForm } from "../../_components/form/edit-form";
import { createProductAction, editProductAction } from "../actions";
import { ExecutionFields } from "./execution-fields";
import { PriceFields } from "./price-fields";
import { namesIn, type ProductValues, productValues } from "./product-values";
import { TrialFields } from "./trial-fields";

interface ProductFormProps {
  /** Is null for a new product. */
  product: ProductDetail | null;
  currency: string;
  vendors: { id: string; name: string }[];
}

export function ProductForm({ product, currency, vendors }: ProductFormProps) {
  const router = useRouter();
  return (
    <EditForm
      label="Product"
      draftKey={product ? `product:${product.id}` : "product-new"}
      edited={product}
      initial={productValues(product)}
      save={(values, version) => saveProduct(product, values, version)}
      errorsOf={byField}
      onSaved={({ code }, { name }) => {
        notify(product ? `${name.trim()} saved` : `${name.trim()} added`);
        router.push(`/products/${code}`);
        router.refresh();
      }}
      back={product ? `/products/${product.code}` : "/products"}
    >
      {(form) => (
        <>
          {!product && <TextInput label="Code" autoFocus {...form.getInputProps("code")} />}
          <TextInput label="Name" {...form.getInputProps("name")} />
          <TextInput label="Description" {...form.getInputProps("description")} />
          <PriceFields form={form} currency={currency} isNew={!product} />
          {form.values.type === "subscription" && <TrialFields form={form} />}
          <ExecutionFields form={form} vendors={vendors} isNew={!product} />
        </>
      )}
    </EditForm>
  );
}

async function saveProduct(product: ProductDetail | null, values: ProductValues, version: number) {
  const { code, type, billingPeriod, active, ...typed } = values;
  const fields = {
    ...typed,
    requiredConfiguration: namesIn(typed.requiredConfiguration),
    trialDays: type === "subscription" ? asTypedOrNone(typed.trialDays) : null,
    trialMaxQuantity: type === "subscription" ? asTypedOrNone(typed.trialMaxQuantity) : null,
    vendorId: typed.provisioningDriver === "http" ? typed.vendorId : null,
    driverSettings: {
      delayMs: asTyped(typed.driverSettings.delayMs),
      failures: asTyped(typed.driverSettings.failures),
    },
  };
  if (!product) return createProductAction({ ...fields, code, type, billingPeriod });
  const { id } = product;
  const result = await editProductAction({ ...fields, active, id, version });
  return result.ok ? { ok: true as const, value: { id, code: product.code } } : result;
}

/** Reads a number. Other text goes to the server as it is, so that the answer is about it. */
function asTyped(value: string): number {
  return wholeNumber(value) ?? (value as unknown as number);
}

function asTypedOrNone(value: string): number | null {
  return value.trim() === "" ? null : asTyped(value);
}

/** Gives a problem of one of several values to the field that holds all of them. */
function byField(problems: { path: string; message: string }[]) {
  return problemsByPath(problems.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ""), message })));
}
