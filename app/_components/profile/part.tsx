"use client";

import { type ReactNode, useId } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import type { ActionFailure } from "@/lib/schemas/action-result";
import classes from "./profile-form.module.css";

interface PartProps {
  title: string;
  verb: string;
  pending: boolean;
  failure: ActionFailure | null;
  /** Names the fields that tell their problem themselves. */
  fields: readonly string[];
  onSubmit: () => void;
  children: ReactNode;
}

/** Draws one part of the profile, which is saved by itself. */
export function Part({ title, verb, pending, failure, fields, onSubmit, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <form
        noValidate
        aria-labelledby={id}
        className={classes.part}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <FailureAlert failure={failure} beside={fields} />
        {children}
        <div className={classes.buttons}>
          <PendingButton type="submit" variant="default" pending={pending}>
            {verb}
          </PendingButton>
        </div>
      </form>
    </section>
  );
}
