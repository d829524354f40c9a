"use client";

import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/domain/format/format";
import { useLocale } from "../format/locale";
import { Link } from "../layout/link";
import classes from "./data-table.module.css";
import type { PageCursors } from "./types";
import { withCursor } from "./url-state";
import type { UrlState } from "./use-url-state";

interface PagerProps {
  label: string;
  url: UrlState;
  page?: PageCursors;
  shown: number;
  total?: number;
}

export function Pager({ label, url, page, shown, total }: PagerProps) {
  const { locale } = useLocale();
  const paged = page?.next || page?.previous;
  if (!paged && total === undefined) return null;

  const count =
    total === undefined
      ? `${formatNumber(shown, locale)} shown`
      : shown === total
        ? `${formatNumber(total, locale)} in all`
        : `${formatNumber(shown, locale)} of ${formatNumber(total, locale)}`;

  return (
    <div className={classes.pager}>
      <span className="number">{count}</span>
      {paged && (
        <nav aria-label={`Pages of ${label}`}>
          <Step url={url} cursor={page.previous}>
            <IconChevronLeft size={16} aria-hidden="true" /> Previous
          </Step>
          <Step url={url} cursor={page.next}>
            Next <IconChevronRight size={16} aria-hidden="true" />
          </Step>
        </nav>
      )}
    </div>
  );
}

function Step({ url, cursor, children }: { url: UrlState; cursor: string | null; children: ReactNode }) {
  if (!cursor) {
    return (
      // biome-ignore lint/a11y/useValidAnchor: a link that leads nowhere yet, kept in its place
      <a role="link" aria-disabled="true" className={classes.step}>
        {children}
      </a>
    );
  }
  const next = withCursor(url.params, cursor);
  return (
    <Link
      href={url.href(next)}
      prefetch={false}
      scroll={false}
      className={classes.step}
      onClick={url.follow(next)}
    >
      {children}
    </Link>
  );
}
