"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useAction } from "@/components/form/use-action";
import { type Overlap, overlapLabels, overlaps } from "@/lib/domain/api-key";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import { rotateApiKeyAction } from "../actions";

interface RotateKeyDialogProps {
  apiKey: ApiKeyRow;
  onRotated: (secret: string | null) => void;
  onClose: () => void;
}

const choices = Object.keys(overlaps) as Overlap[];

/** Asks how long the old secret of a key keeps working, and replaces it. */
export function RotateKeyDialog({ apiKey: { id, name, version }, onRotated, onClose }: RotateKeyDialogProps) {
  const [overlap, setOverlap] = useState<Overlap>("day");
  const { run, pending, failure } = useAction(rotateApiKeyAction);

  const confirm = async () => {
    const result = await run({ id, version, overlap });
    if (result.ok) onRotated(result.value.secret);
  };
  return (
    <Dialog title={`Rotate ${name}`} onClose={onClose}>
      <DialogForm verb="Rotate key" pending={pending} failure={failure} onSubmit={confirm} onClose={onClose}>
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
  );
}
