"use client";

import { useSearchParams } from "next/navigation";
import { withCursor } from "@/components/data-table/url-state";
import { LinkButton } from "@/components/layout/link-button";
import classes from "./pages.module.css";

interface PagesProps {
  label: string;
  page: { next: string | null; previous: string | null };
}

/** Leads to the neighbouring pages of a list, and shows nothing when there is one page alone. */
export function Pages({ label, page }: PagesProps) {
  const params = new URLSearchParams(useSearchParams());
  if (!page.next && !page.previous) return null;
  const href = (cursor: string) => `?${withCursor(params, cursor)}`;
  return (
    <nav aria-label={label} className={classes.pages}>
      {page.previous && (
        <LinkButton href={href(page.previous)} variant="default">
          Previous
        </LinkButton>
      )}
      {page.next && (
        <LinkButton href={href(page.next)} variant="default">
          Next
        </LinkButton>
      )}
    </nav>
  );
}
