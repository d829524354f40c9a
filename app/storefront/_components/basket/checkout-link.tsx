"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { LinkButton } from "@/components/layout/link-button";
import { allSaved, isSaving } from "./basket-saves";

const checkout = "/storefront/checkout";

/**
 * Leads to the checkout of what is on screen. An invalid field gets the focus instead, and the link waits for changes
 * that are on their way. See docs/domain.md, section 5, "Checkout".
 */
export function CheckoutLink() {
  const router = useRouter();
  const go = async (event: MouseEvent) => {
    const invalid = firstInvalid();
    if (!invalid && !isSaving()) return;
    event.preventDefault();
    if (invalid) return invalid.focus();
    const saved = await allSaved();
    if (saved.ok) router.push(checkout);
    else saved.field?.focus();
  };
  return (
    <LinkButton href={checkout} onClick={go}>
      Checkout
    </LinkButton>
  );
}

function firstInvalid(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main :is([aria-invalid='true'], [data-wrong])");
}
