"use client";

import { Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { type Address, addressLimits } from "@/lib/domain/values/address";
import type { Country } from "../../../_components/countries";
import classes from "./form.module.css";

/** Holds an address and a VAT ID as they are typed; a blank one is none. */
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
  countries: Country[];
}

/** Asks where letters reach an organization or an account, and for its VAT ID, as documents show them. */
export function AddressFields({ form, countries }: AddressFieldsProps) {
  const country = form.getInputProps("country");
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
          description="Enter a state, province or county."
          {...form.getInputProps("region")}
        />
        <RemoteSelect
          label="Country"
          source={countries}
          value={countries.find(({ id }) => id === country.value) ?? null}
          error={country.error}
          onChange={(chosen) => country.onChange(chosen?.id ?? null)}
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
