"use client";

import { type ReactNode, startTransition } from "react";
import classes from "./auth.module.css";

interface SentFormProps {
  submit: (form: FormData) => void;
  children: ReactNode;
}

/**
 * Sends its fields to an action, also before the page's scripts have run. Afterwards the browser does not reset the fields, so
 * that they keep what was typed before a refusal.
 */
export function SentForm({ submit, children }: SentFormProps) {
  return (
    <form
      action={submit}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => submit(form));
      }}
    >
      {children}
    </form>
  );
}
