"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { beginAppAction, confirmAppAction } from "./actions";
import { OwnPassword } from "./own-password";
import { QrCode } from "./qr-code";
import classes from "./second-factor.module.css";
import { ShownCodes } from "./shown-codes";

interface SetUpAppProps {
  hasPassword: boolean;
  onClose: () => void;
}

/** Sets up an authenticator app in up to three steps: the password, the picture with a first code, and the recovery codes. */
export function SetUpApp({ hasPassword, onClose }: SetUpAppProps) {
  const [current, setCurrent] = useState("");
  const [code, setCode] = useState("");
  const [app, setApp] = useState<{ secret: string; setupUri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const begin = useAction(beginAppAction);
  const confirm = useAction(confirmAppAction);
  const done = useDone(onClose);
  const told = () => done("Your authenticator app is set up");

  const start = async () => {
    const result = await begin.run(hasPassword ? { current } : {});
    if (!result.ok) return;
    const { secret, setupUri } = result.value;
    if (secret !== null && setupUri !== null) setApp({ secret, setupUri });
  };
  const finish = async () => {
    const result = await confirm.run({ code });
    if (!result.ok) return;
    if (result.value.recoveryCodes === null) told();
    else setCodes(result.value.recoveryCodes);
  };

  if (codes) {
    return (
      <Dialog title="Recovery codes" onClose={told}>
        <ShownCodes codes={codes} onDone={told} />
      </Dialog>
    );
  }
  if (!app) {
    return (
      <Dialog title="Set up an authenticator app" onClose={onClose}>
        <DialogForm
          verb="Go on"
          pending={begin.pending}
          failure={begin.failure}
          beside={["current"]}
          onSubmit={start}
          onClose={onClose}
        >
          <p>You need an app that shows sign-in codes, such as a password manager.</p>
          {hasPassword && (
            <OwnPassword value={current} error={begin.problems.current} onChange={setCurrent} />
          )}
        </DialogForm>
      </Dialog>
    );
  }
  return (
    <Dialog title="Set up an authenticator app" onClose={onClose}>
      <DialogForm
        verb="Confirm"
        pending={confirm.pending}
        failure={confirm.failure}
        beside={["code"]}
        onSubmit={finish}
        onClose={onClose}
      >
        <p>Scan this picture with the app, or type the key into it.</p>
        <QrCode text={app.setupUri} label="Picture for your authenticator app" />
        <p className={classes.key}>
          Key: <code>{app.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
        <TextInput
          label="Code"
          description="Enter the six digits that the app shows now."
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          value={code}
          error={confirm.problems.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
