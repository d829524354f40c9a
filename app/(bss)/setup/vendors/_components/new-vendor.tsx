"use client";

import { useState } from "react";
import { LinkButton } from "@/components/layout/link-button";
import { Secret } from "../../../../_components/secret";
import { EditForm } from "../../../_components/form/edit-form";
import classes from "../../../_components/form/form.module.css";
import { createVendorAction } from "../actions";
import { VendorFields, vendorInput, vendorValues } from "./vendor-fields";

/** Sets a vendor up, then shows its secret once. */
export function NewVendor() {
  const [made, setMade] = useState<{ name: string; secret: string | null } | null>(null);
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
    <EditForm
      label="Vendor"
      draftKey="vendor-new"
      initial={vendorValues(null)}
      save={(values) => createVendorAction(vendorInput(values))}
      onSaved={({ secret }, { name }) => setMade({ name: name.trim(), secret })}
      back="/setup/vendors"
    >
      {(form) => <VendorFields form={form} isNew />}
    </EditForm>
  );
}
