"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useAction } from "@/components/form/use-action";
import { OwnPassword } from "../second-factor/own-password";
import { beginLinkingAction } from "./actions";
import { goToProvider } from "./go-to-provider";

interface LinkAccountProps {
  provider: string;
  hasPassword: boolean;
  onClose: () => void;
}

/** Asks for the password, and goes to the identity provider to link the account there. */
export function LinkAccount({ provider, hasPassword, onClose }: LinkAccountProps) {
  const [current, setCurrent] = useState("");
  const [leaving, setLeaving] = useState(false);
  const { run, pending, failure, problems } = useAction(beginLinkingAction);
  const path = usePathname();

  const begin = async () => {
    const result = await run(hasPassword ? { current } : {});
    if (!result.ok) return;
    setLeaving(true);
    await goToProvider(path);
  };
  return (
    <Dialog title={`Link ${provider}`} onClose={onClose}>
      <DialogForm
        verb="Go on"
        pending={pending || leaving}
        failure={failure}
        beside={["current"]}
        onSubmit={begin}
        onClose={onClose}
      >
        <p>You sign in there, and come back here. From then on that account signs you in as well.</p>
        {hasPassword && <OwnPassword value={current} error={problems.current} onChange={setCurrent} />}
      </DialogForm>
    </Dialog>
  );
}
