"use client";

import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { problemsByPath } from "@/components/action-result";
import { Link } from "@/components/link";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import type { VendorRow } from "@/lib/server/vendors/queries";
import classes from "../../../_components/form.module.css";
import { FormAlert } from "../../../_components/form-messages";
import { editVendorAction } from "../actions";
import { VendorFields, vendorInput, vendorValues } from "./vendor-fields";

export function EditVendor({ vendor }: { vendor: VendorRow }) {
  const router = useRouter();
  const form = useForm({ initialValues: vendorValues(vendor) });
  const save = useAction(editVendorAction);

  const submit = form.onSubmit(async (values) => {
    const { id, version } = vendor;
    const result = await save.run({ ...vendorInput(values), id, version });
    if (!result.ok) return form.setErrors(problemsByPath(result.problems));
    notify(`${values.name.trim()} saved`);
    router.refresh();
  });

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="Vendor">
      <FormAlert failure={save.failure} />
      <VendorFields form={form} isNew={false} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save
        </Button>
        <Button variant="default" component={Link} href="/setup/vendors">
          Cancel
        </Button>
      </div>
    </form>
  );
}
