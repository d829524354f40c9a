import { NativeSelect } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { kindOf, type ValueKind, valueKindLabels, valueKinds } from "@/lib/domain/values/value-kind";
import classes from "../../_components/form/form.module.css";
import { namesIn, type ProductValues } from "./product-values";

/** Asks for the kind of each value that the product needs. A value of another kind is refused where it is entered. */
export function ValueKindFields({ form }: { form: UseFormReturnType<ProductValues> }) {
  const { valueKinds: chosen } = form.values;
  const names = namesIn(form.values.requiredConfiguration);
  if (names.length === 0) return null;
  return (
    <div className={classes.pair}>
      {names.map((name) => (
        <NativeSelect
          key={name}
          label={`Kind of ${name}`}
          data={valueKinds.map((value) => ({ value, label: valueKindLabels[value] }))}
          value={kindOf(chosen, name)}
          onChange={(event) =>
            form.setFieldValue("valueKinds", { ...chosen, [name]: event.currentTarget.value as ValueKind })
          }
        />
      ))}
    </div>
  );
}
