"use client";

import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { problemsByPath } from "@/components/action-result";
import { Link } from "@/components/link";
import { LinkButton } from "@/components/link-button";
import { useAction } from "@/components/use-action";
import { useDraft } from "@/components/use-draft";
import classes from "../../../_components/form.module.css";
import { FormAlert, RestoredDraft } from "../../../_components/form-messages";
import { Secret } from "../../_components/secret";
import { createVendorAction } from "../actions";
import { VendorFields, vendorInput, vendorValues } from "./vendor-fields";

/** Sets a vendor up, then shows its secret, for the only time. */
export function NewVendor() {
  const form = useForm({ initialValues: vendorValues(null) });
  const draft = useDraft("vendor-new", form);
  const save = useAction(createVendorAction);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);

  const submit = form.onSubmit(async (values) => {
    const result = await save.run(vendorInput(values));
    if (!result.ok) return form.setErrors(problemsByPath(result.problems));
    draft.clear();
    setMade({ name: values.name.trim(), secret: result.value.secret });
  });
  const discard = () => {
    form.reset();
    draft.discard();
  };

  if (made) {
    return (
      <section className={classes.form} aria-label="Signing secret">
        <p>{made.name} is set up. Products can name it now.</p>
        <Secret secret={made.secret} />
        <div className={classes.buttons}>
          <LinkButton href="/setup/vendors">Done</LinkButton>
        </div>
      </section>
    );
  }
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="Vendor">
      <FormAlert failure={save.failure} />
      <RestoredDraft restored={draft.restored} onDiscard={discard} />
      <VendorFields form={form} isNew />
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
