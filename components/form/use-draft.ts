"use client";

import { useMemo, useRef, useState } from "react";
import { useCurrentUser } from "../layout/current-user";
import { cameBack } from "./came-back";
import { keptPrefix, useKept } from "./use-kept";

/** Is what a draft needs of a form; `useForm` of @mantine/form is one. */
export interface DraftForm<Values> {
  values: Values;
  setValues: (values: Values) => void;
  isDirty: () => boolean;
}

interface Draft<Values> {
  /** Is the row's version when typing began. */
  version: number;
  /** Holds the row's values then, which show what somebody else has changed since. */
  base?: Values;
  values: Values;
}

interface KeptDraft<Values> extends Draft<Values> {
  /** Says that the person went on to another page. */
  left?: boolean;
  /** Is an older draft that is still offered. */
  offered?: Draft<Values> | null;
}

/**
 * Keeps what is typed into a form, as `useKept` does. `key` names the form and what it edits ("order-edit:1042"). The
 * answered `version` is the one that the values began from; a kept draft's is older than the row's if somebody saved
 * in between. Call `clear` after a save. A form for something new `offers` what was left unsaved before, so that it
 * does not begin with another one's values. What is typed since is then offered instead.
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

  /** Clears the draft of a form that goes back to the values it started with. */
  const discard = () => {
    clear();
    setVersion(startVersion.current);
    setBase(startBase.current);
  };
  /** Puts what is typed on top of somebody else's newer save. */
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
