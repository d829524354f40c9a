"use client";

import { useRef, useState } from "react";
import { useCurrentUser } from "./current-user";
import { keptPrefix, useKept } from "./use-kept";

/** What a draft needs of a form; `useForm` of @mantine/form is one. */
export interface DraftForm<Values> {
  values: Values;
  setValues: (values: Values) => void;
  isDirty: () => boolean;
}

interface Draft<Values> {
  /** Of the row, when typing began. */
  version: number;
  /** The row's values then: what somebody else changed since is told apart by them. */
  base?: Values;
  values: Values;
}

/**
 * Keeps what is typed into a form, as `useKept` does. `key` names the form and what it edits ("order-edit:1042"). The
 * answered `version` is the one that the values began from: a kept draft's is older than the row's if somebody saved in
 * between. Call `clear` when it was saved.
 */
export function useDraft<Values>(key: string, form: DraftForm<Values>, rowVersion = 0) {
  const user = useCurrentUser();
  const [restored, setRestored] = useState(false);
  const [version, setVersion] = useState(rowVersion);
  const [base, setBase] = useState(form.values);
  const startBase = useRef(form.values);
  const startVersion = useRef(rowVersion);
  const { forget } = useKept({
    key: `${keptPrefix}${user.id}:${key}`,
    value: form.values,
    take: () => (form.isDirty() ? { version, base, values: form.values } : null),
    bringBack: (kept) => {
      const draft = kept as Draft<Values>;
      if (!draft.values) return;
      form.setValues(draft.values);
      setVersion(draft.version);
      setBase(draft.base ?? startBase.current);
      setRestored(true);
    },
  });

  const clear = () => {
    setRestored(false);
    forget();
  };

  /** For a form that goes back to the values it started with. */
  const discard = () => {
    clear();
    setVersion(startVersion.current);
    setBase(startBase.current);
  };
  /** What is typed stands on somebody else's newer save from now on. */
  const rebase = (newest: number, values: Values) => {
    setVersion(newest);
    setBase(values);
  };

  return { restored, version, base, rebase, clear, discard };
}
