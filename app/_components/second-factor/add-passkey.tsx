"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { addPasskeyAction, beginPasskeyAction } from "./actions";
import { OwnPassword } from "./own-password";
import { ShownCodes } from "./shown-codes";

interface AddPasskeyProps {
  hasPassword: boolean;
  onClose: () => void;
}

type Options = Parameters<typeof import("@simplewebauthn/browser").startRegistration>[0]["optionsJSON"];

/** Has the browser make a passkey, and keeps it under a name. The first factor brings recovery codes. */
export function AddPasskey({ hasPassword, onClose }: AddPasskeyProps) {
  const [current, setCurrent] = useState("");
  const [name, setName] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const [unmade, setUnmade] = useState<ActionFailure | null>(null);
  const begin = useAction(beginPasskeyAction);
  const add = useAction(addPasskeyAction);
  const done = useDone(onClose);
  const told = () => done(`The passkey ${name.trim()} is added`);

  const save = async () => {
    setUnmade(null);
    if (name.trim() === "") return setUnmade(nameless);
    const begun = await begin.run(hasPassword ? { current } : {});
    if (!begun.ok) return;
    const response = await make(begun.value.options as unknown as Options);
    if (!response) return setUnmade(notMade);
    const added = await add.run({
      token: begun.value.token ?? "",
      response: { ...response, type: "public-key" },
      name,
    });
    if (!added.ok) return;
    if (added.value.recoveryCodes === null) told();
    else setCodes(added.value.recoveryCodes);
  };

  if (codes) {
    return (
      <Dialog title="Recovery codes" onClose={told}>
        <ShownCodes codes={codes} onDone={told} />
      </Dialog>
    );
  }
  const problems = { ...begin.problems, ...add.problems };
  return (
    <Dialog title="Add a passkey" onClose={onClose}>
      <DialogForm
        verb="Add"
        pending={begin.pending || add.pending}
        failure={unmade?.problems.length ? null : (unmade ?? begin.failure ?? add.failure)}
        beside={["current", "name"]}
        onSubmit={save}
        onClose={onClose}
      >
        <p>Your browser asks where to keep the passkey, and asks you to confirm.</p>
        <TextInput
          label="Name"
          description="You recognize the passkey by this name, such as “Work laptop”."
          data-autofocus={hasPassword ? undefined : true}
          maxLength={60}
          value={name}
          error={unmade?.problems[0]?.message ?? problems.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {hasPassword && <OwnPassword value={current} error={problems.current} onChange={setCurrent} />}
      </DialogForm>
    </Dialog>
  );
}

/** Returns what the browser made, or null if the person closed its question or it cannot make one. */
async function make(optionsJSON: Options) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return startRegistration({ optionsJSON }).catch(() => null);
}

const notMade: ActionFailure = {
  ok: false,
  reason: "refused",
  message: "No passkey was made, so nothing changed. Perhaps this device has one already.",
  problems: [],
};

const nameless: ActionFailure = {
  ok: false,
  reason: "invalid",
  message: "Enter a name.",
  problems: [{ path: "name", message: "Enter a name." }],
};
