"use client";

import { Select, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type Address, addressLimits } from "@/lib/domain/address";
import { matcher } from "@/lib/domain/search";
import classes from "./form.module.css";

/** What is typed of an address and a VAT ID; a blank one is none. */
export type AddressValues = {
  street: string;
  postalCode: string;
  city: string;
  region: string;
  country: string | null;
  vatId: string;
};

export function addressValues(source: (Address & { vatId: string | null }) | null): AddressValues {
  return {
    street: source?.street ?? "",
    postalCode: source?.postalCode ?? "",
    city: source?.city ?? "",
    region: source?.region ?? "",
    country: source?.country ?? null,
    vatId: source?.vatId ?? "",
  };
}

interface AddressFieldsProps {
  form: {
    getInputProps: (
      name: keyof AddressValues,
    ) => ReturnType<UseFormReturnType<AddressValues>["getInputProps"]>;
  };
  countries: { value: string; label: string }[];
}

/** Where letters reach an organization or an account, and its VAT ID, as documents show them. */
export function AddressFields({ form, countries }: AddressFieldsProps) {
  return (
    <>
      <Textarea
        label="Street"
        description={`Up to ${addressLimits.streetLines} lines.`}
        rows={2}
        autoComplete="street-address"
        {...form.getInputProps("street")}
      />
      <div className={classes.pair}>
        <TextInput label="Postal code" {...form.getInputProps("postalCode")} />
        <TextInput label="City" {...form.getInputProps("city")} />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="Region"
          description="A state, province or county."
          {...form.getInputProps("region")}
        />
        <Select
          label="Country"
          data={countries}
          searchable
          filter={({ options, search }) => {
            const found = matcher(search);
            return options.filter((option) => "label" in option && found(option.label));
          }}
          clearable
          clearButtonProps={{ "aria-label": "Clear Country" }}
          {...form.getInputProps("country")}
        />
      </div>
      <TextInput
        label="VAT ID"
        description="Documents show it. Spaces don't matter, like in DE 123 456 789."
        {...form.getInputProps("vatId")}
      />
    </>
  );
}
