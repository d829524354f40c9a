"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import classes from "./second-factor.module.css";

interface ShownCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Shows recovery codes once, so that they can be kept somewhere. */
export function ShownCodes({ codes, onDone }: ShownCodesProps) {
  const [copied, setCopied] = useState(false);
  const text = `${codes.join("\n")}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <p>
        Keep these codes where you find them without your phone, such as in a password manager or on paper.
        Each one signs you in once in place of your second factor. We don't show them again.
      </p>
      <ul className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button
          variant="default"
          component="a"
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Download
        </Button>
        <Button variant="default" onClick={copy} aria-live="polite">
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button onClick={onDone} data-autofocus>
          I have kept them
        </Button>
      </Group>
    </>
  );
}
