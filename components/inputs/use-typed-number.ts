"use client";

import { useState } from "react";
import { heldOf, type Notation, shownOf, unreadProblem } from "@/lib/domain/format/read";
import { useLocale } from "../format/locale";
import { useStill } from "../live/still";

interface TypedNumber {
  /** Works as `heldOf` of lib/domain/format/read.ts does. */
  value: string;
  onChange: (value: string) => void;
  currency?: string | undefined;
  whole?: boolean;
}

/**
 * Shows plain decimal text in the reader's notation. It never rewrites what is typed, and shows a value from
 * elsewhere, such as a restored draft, as the reader writes it.
 */
export function useTypedNumber({ value, onChange, currency, whole = false }: TypedNumber) {
  const { locale } = useLocale();
  const notation: Notation = { locale, ...(currency && { currency }) };
  const [typed, setTyped] = useState({ text: "", value: "" });
  const [pending, setPending] = useState(false);
  const text = typed.value === value && typed.text !== "" ? typed.text : shownOf(value, notation);
  const type = (next: string) => {
    const held = heldOf(next, notation);
    setTyped({ text: next, value: held });
    onChange(held);
  };
  // The problem waits while the field has the focus, since "1." may become "1.500", and while a button is being
  // pressed.
  const problem = useStill(pending ? undefined : unreadProblem(value, notation, whole));
  return {
    notation,
    text,
    type,
    problem,
    onFocus: () => setPending(true),
    onBlur: () => setPending(false),
  };
}
