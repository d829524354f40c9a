"use client";

import { TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { notify } from "@/components/feedback/notify";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { groupedIban } from "@/lib/domain/values/iban";
import type { Company } from "@/lib/server/organizations/queries/get-company";
import type { Country } from "../../../../_components/countries";
import { AddressFields, addressValues } from "../../../_components/form/address-fields";
import { EditForm } from "../../../_components/form/edit-form";
import { FieldGroup } from "../../../_components/form/field-group";
import classes from "../../../_components/form/form.module.css";
import { editOrganizationAction } from "../actions";
import { AccentField } from "./accent-field";

interface CompanyFormProps {
  company: Omit<Company, "logo">;
  /** Lists IANA names. */
  timeZones: string[];
  countries: Country[];
}

/** Edits what the organization says of itself on documents, in emails and in the Storefront, and its time zone. */
export function CompanyForm({ company, timeZones, countries }: CompanyFormProps) {
  const router = useRouter();
  const { version } = company;
  return (
    <EditForm
      key={version}
      label="Company"
      draftKey="company"
      edited={{ name: "The company", version }}
      initial={valuesOf(company)}
      save={(values, from) => editOrganizationAction({ ...values, version: from })}
      onSaved={() => {
        notify("Company saved");
        router.refresh();
      }}
    >
      {(form) => (
        <>
          <FieldGroup title="On documents">
            <TextInput
              label="Legal name"
              description={`Without it documents say ${company.name}.`}
              autoComplete="organization"
              {...form.getInputProps("legalName")}
            />
            <AddressFields form={form} countries={countries} />
            <TextInput
              label="Registration number"
              description="With the register, like HRB 12345, Amtsgericht Hamburg."
              {...form.getInputProps("registrationNumber")}
            />
          </FieldGroup>
          <Contact form={form} />
          <Bank form={form} />
          <FieldGroup title="Look and time">
            <AccentField {...form.getInputProps("accentColor")} value={form.values.accentColor} />
            <TimeZone form={form} timeZones={timeZones} />
          </FieldGroup>
        </>
      )}
    </EditForm>
  );
}

type Values = ReturnType<typeof valuesOf>;
type FormProps = { form: UseFormReturnType<Values> };

function valuesOf(company: Omit<Company, "logo">) {
  return {
    legalName: company.legalName ?? "",
    ...addressValues(company),
    registrationNumber: company.registrationNumber ?? "",
    email: company.email ?? "",
    phone: company.phone ?? "",
    website: company.website ?? "",
    bankName: company.bankName ?? "",
    accountHolder: company.accountHolder ?? "",
    iban: company.iban ? groupedIban(company.iban) : "",
    bic: company.bic ?? "",
    accentColor: company.accentColor ?? "",
    timeZone: company.timeZone,
  };
}

function Contact({ form }: FormProps) {
  return (
    <FieldGroup title="Contact">
      <div className={classes.pair}>
        <TextInput label="Email" inputMode="email" {...form.getInputProps("email")} />
        <TextInput label="Phone" inputMode="tel" {...form.getInputProps("phone")} />
      </div>
      <TextInput label="Website" inputMode="url" {...form.getInputProps("website")} />
    </FieldGroup>
  );
}

function Bank({ form }: FormProps) {
  return (
    <FieldGroup title="Bank account">
      <TextInput
        label="IBAN"
        description="Invoices ask customers to pay to this account."
        {...form.getInputProps("iban")}
      />
      <div className={classes.pair}>
        <TextInput label="BIC" {...form.getInputProps("bic")} />
        <TextInput label="Bank name" {...form.getInputProps("bankName")} />
      </div>
      <TextInput
        label="Account holder"
        description="Only if it differs from the legal name."
        {...form.getInputProps("accountHolder")}
      />
    </FieldGroup>
  );
}

function TimeZone({ form, timeZones }: FormProps & { timeZones: string[] }) {
  const { timeZone } = form.values;
  const offered = useMemo(() => timeZones.map(zoneOption), [timeZones]);
  return (
    <RemoteSelect
      label="Time zone"
      description="Invoices and credit notes carry the day that it is there, wherever the person is."
      source={offered}
      value={zoneOption(timeZone)}
      error={form.errors.timeZone}
      onChange={(chosen) => chosen && form.setFieldValue("timeZone", chosen.id)}
    />
  );
}

function zoneOption(zone: string): { id: string; name: string } {
  return { id: zone, name: zone.replaceAll("_", " ") };
}
