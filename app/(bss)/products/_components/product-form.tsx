"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { problemsByPath } from "@/components/action-result";
import { Link } from "@/components/link";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { useDraft } from "@/components/use-draft";
import { wholeNumber } from "@/components/whole-number";
import type { ProductDetail } from "@/lib/server/products/queries";
import classes from "../../_components/form.module.css";
import { FormAlert, Overtaken, RestoredDraft } from "../../_components/form-messages";
import { createProductAction, editProductAction } from "../actions";
import { ExecutionFields } from "./execution-fields";
import { PriceFields } from "./price-fields";
import { type ProductValues, productValues } from "./product-values";

interface ProductFormProps {
  /** Empty for a new one. */
  product: ProductDetail | null;
  currency: string;
  vendors: { id: string; name: string }[];
}

export function ProductForm({ product, currency, vendors }: ProductFormProps) {
  const router = useRouter();
  const form = useForm({ initialValues: productValues(product) });
  const draft = useDraft(product ? `product:${product.id}` : "product-new", form, product?.version);
  const save = useAction((values: ProductValues, version: number) => saveProduct(product, values, version));
  const home = product ? `/products/${product.code}` : "/products";

  const submit = async (values: ProductValues, version: number) => {
    const result = await save.run(values, version);
    if (!result.ok) return form.setErrors(byField(result.problems));
    draft.clear();
    notify(product ? `${values.name.trim()} saved` : `${values.name.trim()} added`);
    router.push(`/products/${result.value.code}`);
    router.refresh();
  };
  const discard = () => {
    form.reset();
    draft.discard();
  };

  return (
    <form
      onSubmit={form.onSubmit((values) => submit(values, draft.version))}
      noValidate
      className={classes.form}
      aria-label="Product"
    >
      <FormAlert failure={save.failure?.reason === "conflict" ? null : save.failure} />
      {product && (
        <Overtaken
          name={product.name}
          newest={product.version}
          draft={draft}
          failure={save.failure}
          onOverwrite={(newest) => submit(form.values, newest)}
        />
      )}
      <RestoredDraft restored={draft.restored} onDiscard={discard} />
      {!product && <TextInput label="Code" autoFocus {...form.getInputProps("code")} />}
      <TextInput label="Name" {...form.getInputProps("name")} />
      <TextInput label="Description" {...form.getInputProps("description")} />
      <PriceFields form={form} currency={currency} isNew={!product} />
      <ExecutionFields form={form} vendors={vendors} isNew={!product} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save
        </Button>
        <Button variant="default" component={Link} href={home} onClick={draft.clear}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

async function saveProduct(product: ProductDetail | null, values: ProductValues, version: number) {
  const { code, type, billingPeriod, active, ...typed } = values;
  const fields = {
    ...typed,
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

/** What is no number goes to the server as it is, so that the answer is about it. */
function asTyped(value: string): number {
  return wholeNumber(value) ?? (value as unknown as number);
}

/** A problem of one of several values belongs to the field that holds them all. */
function byField(problems: { path: string; message: string }[]) {
  return problemsByPath(problems.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ""), message })));
}
