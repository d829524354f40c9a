"use client";

import { useMemo, useRef, useState } from "react";
import { useCurrentUser } from "../layout/current-user";
import { cameBack } from "./came-back";
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

interface KeptDraft<Values> extends Draft<Values> {
  /** The person went on to another page. */
  left?: boolean;
  /** An older one that is still offered. */
  offered?: Draft<Values> | null;
}

/**
 * Keeps what is typed into a form, as `useKept` does. `key` names the form and what it edits ("order-edit:1042"). The
 * answered `version` is the one that the values began from: a kept draft's is older than the row's if somebody saved in
 * between. Call `clear` when it was saved. A form for something new `offers` what was left unsaved before, so that it
 * doesn't begin with another one's values; what is typed meanwhile is offered in its stead.
 */
export function useDraft<Values>(key: string, form: DraftForm<Values>, rowVersion = 0, offers = false) {
  const user = useCurrentUser();
  const [restored, setRestored] = useState(false);
  const [offered, setOffered] = useState<Draft<Values> | null>(null);
  const [version, setVersion] = useState(rowVersion);
  const [base, setBase] = useState(form.values);
  const startBase = useRef(form.values);
  const startVersion = useRef(rowVersion);
  const typed = () => (form.isDirty() ? { version, base, values: form.values } : null);
  const restore = (draft: Draft<Values>) => {
    form.setValues(draft.values);
    setVersion(draft.version);
    setBase(draft.base ?? startBase.current);
    setRestored(true);
  };
  const older = () => offered && { ...offered, left: true };
  const { put } = useKept({
    key: `${keptPrefix}${user.id}:${key}`,
    value: useMemo(() => ({ values: form.values, offered }), [form.values, offered]),
    take: (): KeptDraft<Values> | null => {
      const draft = typed();
      return draft ? { ...draft, offered } : older();
    },
    bringBack: (kept) => {
      const { left, offered: before = null, ...draft } = kept as KeptDraft<Values>;
      if (!draft.values) return;
      if (offers && (left || !cameBack())) return setOffered(draft);
      restore(draft);
      setOffered(before);
    },
    onLeft: (kept) => ({ ...(kept as KeptDraft<Values>), left: true }),
  });

  const clear = () => {
    setRestored(false);
    put(older());
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
  const takeOffer = () => {
    setOffered(typed());
    if (offered) restore(offered);
  };
  const declineOffer = () => setOffered(null);

  return { restored, offered, takeOffer, declineOffer, version, base, rebase, clear, discard };
}
