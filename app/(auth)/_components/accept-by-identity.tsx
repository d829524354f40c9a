"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { Callout } from "@/components/feedback/callout";
import { goToProvider } from "../../_components/single-sign-on/go-to-provider";
import { beginByLinkAction } from "./actions";
import classes from "./auth.module.css";

interface AcceptByIdentityProps {
  purpose: "invitation" | "password";
  secret: string;
  provider: string;
}

/** Uses a link by an account at the identity provider. The address of the page does not go there. */
export function AcceptByIdentity({ purpose, secret, provider }: AcceptByIdentityProps) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async () => {
    setPending(true);
    setProblem(null);
    const begun = await beginByLinkAction(purpose, secret);
    if (begun.ok) return goToProvider("/");
    setPending(false);
    setProblem(begun.message);
  };
  return (
    <div className={classes.passkey}>
      {problem !== null && <Callout tone="problem">{problem}</Callout>}
      <Button variant="default" fullWidth loading={pending} onClick={start}>
        Continue with {provider}
      </Button>
    </div>
  );
}
