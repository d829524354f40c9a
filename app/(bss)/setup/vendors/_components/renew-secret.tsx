"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useAction } from "@/components/form/use-action";
import type { VendorRow } from "@/lib/server/vendors/queries/vendors";
import { Secret } from "../../../../_components/secret";
import classes from "../../../_components/form/form.module.css";
import { renewVendorSecretAction } from "../actions";

export function RenewSecret({ vendor }: { vendor: VendorRow }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const renew = useAction(renewVendorSecretAction);

  const confirm = async () => {
    const result = await renew.run({ id: vendor.id, version: vendor.version });
    if (!result.ok) return;
    setAsking(false);
    setSecret(result.value.secret);
    router.refresh();
  };
  const back = () => {
    renew.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      {secret ? (
        <Secret key={secret} secret={secret} />
      ) : (
        <p>
          Signs every call to {vendor.name}, and every one that it makes here. It was shown when it was made.
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setAsking(true)}>
          Make a new secret
        </Button>
      </div>
      {asking && (
        <Dialog title="Make a new secret" onClose={back}>
          <DialogForm
            verb="Make a new secret"
            danger
            pending={renew.pending}
            failure={renew.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>
              The present secret ends at once. Until {vendor.name} has the new one, we refuse its calls. What
              it refuses of ours fails until somebody retries it.
            </p>
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
