"use client";

import { Select } from "@mantine/core";
import { useRouter } from "next/navigation";
import { notify } from "@/components/notify";
import type { Company } from "@/lib/server/organizations/queries";
import { EditForm } from "../../../_components/edit-form";
import { editOrganizationAction } from "../actions";

interface CompanyFormProps {
  company: Company;
  /** IANA names. */
  timeZones: string[];
}

/** What the organization says of itself; its time zone decides on which day documents are issued. */
export function CompanyForm({ company, timeZones }: CompanyFormProps) {
  const router = useRouter();
  const { version, timeZone } = company;
  const offered = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones];
  return (
    <EditForm
      key={version}
      label="Company"
      draftKey="company"
      edited={{ name: "The company", version }}
      initial={{ timeZone }}
      save={(values, from) => editOrganizationAction({ ...values, version: from })}
      onSaved={() => {
        notify("Company saved");
        router.refresh();
      }}
    >
      {(form) => (
        <Select
          label="Time zone"
          description="Invoices and credit notes carry the day that it is there, wherever the person is."
          data={offered.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          searchable
          allowDeselect={false}
          {...form.getInputProps("timeZone")}
        />
      )}
    </EditForm>
  );
}
