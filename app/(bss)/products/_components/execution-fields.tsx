"use client";

import { NativeSelect, Switch, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import { Link } from "@/components/layout/link";
import {
  type ProvisioningDriver,
  provisioningDriverLabels,
  provisioningDrivers,
  simulatedAtMost,
} from "@/lib/domain/provisioning";
import type { ProductValues } from "./product-values";
import { ValueKindFields } from "./value-kind-fields";

interface ExecutionFieldsProps {
  form: UseFormReturnType<ProductValues>;
  vendors: { id: string; name: string }[];
  isNew: boolean;
}

/** Asks what an execution needs, and how the product is provisioned. */
export function ExecutionFields({ form, vendors, isNew }: ExecutionFieldsProps) {
  const { provisioningDriver, driverSettings, vendorId } = form.values;
  return (
    <>
      <Textarea
        label="Needed before execution"
        description="Each order needs these values. Enter one name per line, like Domain name."
        autosize
        minRows={2}
        value={form.values.requiredConfiguration.join("\n")}
        error={form.errors.requiredConfiguration}
        onChange={(event) =>
          form.setFieldValue("requiredConfiguration", event.currentTarget.value.split("\n"))
        }
      />
      <ValueKindFields form={form} />
      <Switch
        label="Executed by a BSS user only"
        description="Orders of this product wait for a person, even when a customer buys it in the Storefront."
        {...form.getInputProps("nonAutomatic", { type: "checkbox" })}
      />
      <NativeSelect
        label="Provisioned"
        data={provisioningDrivers.map((value) => ({ value, label: provisioningDriverLabels[value] }))}
        value={provisioningDriver}
        error={form.errors.provisioningDriver}
        onChange={(event) =>
          form.setFieldValue("provisioningDriver", event.currentTarget.value as ProvisioningDriver)
        }
      />
      {provisioningDriver === "http" && (
        <NativeSelect
          label="Vendor"
          description={
            vendors.length === 0 && (
              <>
                There is no vendor yet. Set one up in <Link href="/setup/vendors/new">BSS Setup</Link> first.
              </>
            )
          }
          data={[
            { value: "", label: "Choose a vendor" },
            ...vendors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={vendorId ?? ""}
          error={form.errors.vendorId}
          onChange={(event) => form.setFieldValue("vendorId", event.currentTarget.value || null)}
        />
      )}
      {provisioningDriver === "simulated" && (
        <>
          <WholeNumberInput
            label="Each try takes, in milliseconds"
            min={0}
            max={simulatedAtMost.delayMs}
            value={driverSettings.delayMs}
            error={form.errors["driverSettings.delayMs"]}
            onChange={(value) => form.setFieldValue("driverSettings.delayMs", value)}
          />
          <WholeNumberInput
            label="Tries that fail before one succeeds"
            description="We ask the vendor five times. Then someone has to press Retry."
            min={0}
            max={simulatedAtMost.failures}
            value={driverSettings.failures}
            error={form.errors["driverSettings.failures"]}
            onChange={(value) => form.setFieldValue("driverSettings.failures", value)}
          />
        </>
      )}
      {!isNew && (
        <Switch
          label="Active"
          description="Inactive products are not offered for new orders."
          {...form.getInputProps("active", { type: "checkbox" })}
        />
      )}
    </>
  );
}
