"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import type { VendorRow } from "@/lib/server/vendors/queries/vendors";
import { EditForm } from "../../../_components/form/edit-form";
import { editVendorAction } from "../actions";
import { VendorFields, vendorInput, vendorValues } from "./vendor-fields";

export function EditVendor({ vendor }: { vendor: VendorRow }) {
  const router = useRouter();
  return (
    <EditForm
      key={vendor.version}
      label="Vendor"
      draftKey={`vendor:${vendor.id}`}
      edited={vendor}
      initial={vendorValues(vendor)}
      save={(values, version) => editVendorAction({ ...vendorInput(values), id: vendor.id, version })}
      onSaved={(_, { name }) => {
        notify(`${name.trim()} saved`);
        router.refresh();
      }}
      back="/setup/vendors"
    >
      {(form) => <VendorFields form={form} isNew={false} />}
    </EditForm>
  );
}
