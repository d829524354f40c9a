"use client";

import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import classes from "./secret.module.css";

interface SecretProps {
  /** Is null if an earlier request had it. */
  secret: string | null;
  label?: string;
}

/** Shows a secret once, so that it can be copied and handed over. */
export function Secret({ secret, label = "Signing secret" }: SecretProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => field.current?.select(), []);

  if (secret === null) return <p>We showed the secret before and don't show it again. Make a new one.</p>;
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div className={classes.secret}>
      <TextInput
        ref={field}
        readOnly
        label={label}
        description="Copy it now and hand it over. We don't show it again. If it is lost, make a new one."
        value={secret}
        classNames={{ input: classes.value }}
      />
      <Button variant="default" onClick={copy} aria-live="polite">
        {copied ? "Copied" : "Copy"}
      </Button>
    </div>
  );
}
