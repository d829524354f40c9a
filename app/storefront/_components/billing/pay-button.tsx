"use client";

import type { ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import type { ActionResult } from "@/lib/schemas/action-result";

interface PayButtonProps<Input> extends Pick<ButtonProps, "size" | "variant"> {
  /** Answers the address of the provider's page. */
  action: (input: Input) => Promise<ActionResult<{ page: string }>>;
  input: Input;
  label?: string;
  children: ReactNode;
}

/** Begins a payment and leads to the provider's page, or says why it could not begin. */
export function PayButton<Input>(props: PayButtonProps<Input>) {
  const { action, input, label, children, variant = "default", ...look } = props;
  const starting = useAction(action);
  const [leaving, setLeaving] = useState(false);

  const pay = async () => {
    const result = await starting.run(input);
    if (!result.ok) return;
    setLeaving(true);
    location.assign(result.value.page);
  };
  return (
    <div>
      <FailureAlert failure={starting.failure} />
      <PendingButton
        {...look}
        variant={variant}
        aria-label={label}
        pending={starting.pending || leaving}
        onClick={pay}
      >
        {children}
      </PendingButton>
    </div>
  );
}
