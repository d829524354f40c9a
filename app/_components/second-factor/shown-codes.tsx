"use client";

import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import classes from "./second-factor.module.css";

interface ShownCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Shows recovery codes once, so that they can be kept somewhere. */
export function ShownCodes({ codes, onDone }: ShownCodesProps) {
  const [copied, setCopied] = useState(false);
  // No button has the focus, so that a key pressed twice does not close what is shown once.
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
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
      <ul ref={list} tabIndex={-1} className={classes.codes} aria-label="Recovery codes">
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
        <Button onClick={onDone}>I have kept them</Button>
      </Group>
    </>
  );
}
