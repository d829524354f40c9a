"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { type ComponentPropsWithRef, useLayoutEffect, useRef } from "react";

type PendingButtonProps = Omit<ButtonProps, "loading"> &
  Omit<ComponentPropsWithRef<"button">, keyof ButtonProps> & {
    /** Says that what it does is under way. */
    pending: boolean;
  };

/**
 * Starts an action. While that is under way it cannot be pressed again. Afterwards it has the focus again, which the
 * browser takes from a disabled button.
 */
export function PendingButton({ pending, ref, ...button }: PendingButtonProps) {
  const own = useFocusKept(pending);
  return <Button ref={useMergedRef(own, ref ?? null)} loading={pending} {...button} />;
}

/** Gives the focus back to the button, unless something else has taken it. */
function useFocusKept(pending: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  useLayoutEffect(() => {
    if (pending) {
      had.current = document.activeElement === button.current;
    } else if (had.current) {
      had.current = false;
      const { activeElement, body } = document;
      if (!activeElement || activeElement === body) button.current?.focus();
    }
  }, [pending]);
  return button;
}
