"use client";

import { useState } from "react";
import { heldOf, type Notation, shownOf, unreadProblem } from "@/lib/domain/format/read";
import { useLocale } from "../format/locale";
import { useStill } from "../live/still";

interface TypedNumber {
  /** As `heldOf` of lib/domain/format/read.ts. */
  value: string;
  onChange: (value: string) => void;
  currency?: string | undefined;
  whole?: boolean;
}

/**
 * Text in the reader's notation for a field that holds plain decimal text. What is typed is never rewritten; what comes
 * from elsewhere, like a draft that is brought back, is shown as the reader writes it.
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
  // Held back while the field has the focus, since "1." may be on its way to "1.500", and while what ends that is pressed.
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
