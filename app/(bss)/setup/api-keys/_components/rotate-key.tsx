"use client";

import { Button, NativeSelect } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useAction } from "@/components/form/use-action";
import { type Overlap, overlapLabels, overlaps } from "@/lib/domain/api-key";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import classes from "../../../_components/form/form.module.css";
import { rotateApiKeyAction } from "../actions";

const Secret = dynamic(() => import("../../../../_components/secret").then((module) => module.Secret), {
  ssr: false,
});

const choices = Object.keys(overlaps) as Overlap[];

/** Replaces the secret of a key, and shows the new one once. */
export function RotateKey({ apiKey: { id, name, prefix, version } }: { apiKey: ApiKeyRow }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [overlap, setOverlap] = useState<Overlap>("day");
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useAction(rotateApiKeyAction);

  const confirm = async () => {
    const result = await rotate.run({ id, version, overlap });
    if (!result.ok) return;
    setAsking(false);
    setSecret(result.value.secret);
    router.refresh();
  };
  const back = () => {
    rotate.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      {secret ? (
        <Secret key={secret} secret={secret} label="API key" />
      ) : (
        <p>The secret begins with {prefix}. It was shown when it was made, and we can't show it again.</p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setAsking(true)}>
          Rotate key
        </Button>
      </div>
      {asking && (
        <Dialog title={`Rotate ${name}`} onClose={back}>
          <DialogForm
            verb="Rotate key"
            pending={rotate.pending}
            failure={rotate.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>You get a new secret. The key keeps its role, its permissions and its requests.</p>
            <NativeSelect
              label="Old secret keeps working for"
              description={
                overlap === "now"
                  ? "Programs that use the old secret are refused at once."
                  : "Give the program its new secret within this time."
              }
              data={choices.map((value) => ({ value, label: overlapLabels[value] }))}
              value={overlap}
              onChange={({ currentTarget: { value } }) =>
                setOverlap(choices.find((choice) => choice === value) ?? overlap)
              }
            />
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
