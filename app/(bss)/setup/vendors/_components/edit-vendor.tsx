"use client";

import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { problemsByPath } from "@/components/action-result";
import { Link } from "@/components/link";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { useDraft } from "@/components/use-draft";
import type { VendorRow } from "@/lib/server/vendors/queries";
import classes from "../../../_components/form.module.css";
import { FormAlert, Overtaken, RestoredDraft } from "../../../_components/form-messages";
import { editVendorAction } from "../actions";
import { VendorFields, type VendorValues, vendorInput, vendorValues } from "./vendor-fields";

/** To be keyed by the vendor's version: what is saved is where the next edit begins. */
export function EditVendor({ vendor }: { vendor: VendorRow }) {
  const router = useRouter();
  const form = useForm({ initialValues: vendorValues(vendor) });
  const draft = useDraft(`vendor:${vendor.id}`, form, vendor.version);
  const save = useAction(editVendorAction);

  const submit = async (values: VendorValues, version: number) => {
    const result = await save.run({ ...vendorInput(values), id: vendor.id, version });
    if (!result.ok) return form.setErrors(problemsByPath(result.problems));
    draft.clear();
    form.resetDirty(values);
    notify(`${values.name.trim()} saved`);
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
      aria-label="Vendor"
    >
      <FormAlert failure={save.failure?.reason === "conflict" ? null : save.failure} />
      <Overtaken
        name={vendor.name}
        newest={vendor.version}
        draft={draft}
        failure={save.failure}
        onOverwrite={(newest) => submit(form.values, newest)}
      />
      <RestoredDraft restored={draft.restored} onDiscard={discard} />
      <VendorFields form={form} isNew={false} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save
        </Button>
        <Button variant="default" component={Link} href="/setup/vendors" onClick={draft.clear}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
