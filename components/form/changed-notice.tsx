"use client";

import { Button } from "@mantine/core";
import type { Ref } from "react";
import { count } from "@/lib/domain/format/count";
import { formatMoney } from "@/lib/domain/format/format";
import { differences, type Fact, type Shown } from "@/lib/domain/seen";
import { Callout } from "../feedback/callout";
import { useLocale } from "../format/locale";
import classes from "./changed-notice.module.css";

interface ChangedNoticeProps {
  ref?: Ref<HTMLDivElement>;
  /** Begins the sentence, such as "This order". */
  what: string;
  was: Shown;
  now: Shown;
  /** Takes the newer state. Without it, that was taken already. */
  onConfirm?: () => void;
  /** Says that the newer state has been read and can be shown. */
  ready?: boolean;
}

/**
 * Says what changed while a question was open, as it was shown and as it is. It stands at the end, where it moves
 * nothing.
 */
export function ChangedNotice({ ref, what, was, now, onConfirm, ready = false }: ChangedNoticeProps) {
  const { locale } = useLocale();
  const found = differences(was.facts, now.facts);
  const shown = found.slice(0, 20);
  return (
    <div className={classes.place}>
      <Callout ref={ref} tone="change">
        <div className={classes.parts}>
          <p>
            {what} changed while you were looking{found.length > 0 ? ":" : ". What you see here is the same."}
          </p>
          {found.length > 0 && (
            <ul>
              {shown.map(({ label, before, now: after }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have one label, and none ever moves
                <li key={at}>
                  <span>{label}</span>
                  <span className="number">
                    {before ? words(before, was.currency, locale) : "not there"} →{" "}
                    <b>{after ? words(after, now.currency, locale) : "gone"}</b>
                  </span>
                </li>
              ))}
              {found.length > shown.length && <li>and {found.length - shown.length} more</li>}
            </ul>
          )}
          {onConfirm ? (
            <Button variant="default" size="compact-sm" loading={!ready} onClick={onConfirm}>
              Continue with the change
            </Button>
          ) : (
            <p className={classes.taken}>You now see it with this change.</p>
          )}
        </div>
      </Callout>
    </div>
  );
}

function words({ units, amount, words: text }: Fact, currency: string, locale: string): string {
  return [
    units !== undefined && count(units, "unit", "units", locale),
    amount !== undefined && formatMoney(amount, currency, locale),
    text !== undefined && (text || "empty"),
  ]
    .filter((part) => part !== false)
    .join(", ");
}
