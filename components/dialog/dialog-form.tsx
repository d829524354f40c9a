"use client";

import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { FailureAlert } from "../feedback/failure-alert";
import { PendingButton } from "../feedback/pending-button";
import classes from "./dialog.module.css";

interface DialogFormProps {
  /** Labels the button that sends, such as "Cancel order". Without it, the only button goes back. */
  verb?: string | undefined;
  /** Marks what cannot be undone. */
  danger?: boolean;
  pending?: boolean;
  /** Tells why the last try did nothing. */
  failure?: ActionFailure | null;
  /** Names the fields that tell their problem themselves. */
  beside?: readonly string[];
  /** Stands below the buttons, where it moves none of them. */
  notice?: ReactNode;
  onSubmit?: () => void;
  /** Goes back without doing anything. */
  onClose: () => void;
  /** Says what the dialog does, and asks for what it needs. */
  children?: ReactNode;
}

/** Fills a dialog that asks: what it says and asks, the failure of the last try, and its two buttons. */
export function DialogForm(props: DialogFormProps) {
  const { verb, danger = false, pending = false, failure = null, beside, notice, children } = props;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // React would pass the event on to a form around the dialog.
        event.stopPropagation();
        props.onSubmit?.();
      }}
    >
      {children}
      <FailureAlert failure={failure} beside={beside} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={props.onClose}>
          Back
        </Button>
        {verb && (
          <PendingButton
            type="submit"
            color={danger ? "red.8" : undefined}
            pending={pending}
            data-autofocus={danger ? undefined : true}
          >
            {verb}
          </PendingButton>
        )}
      </Group>
      {notice}
    </form>
  );
}
