"use client";

import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useLocale } from "@/components/locale";
import { RelativeTime } from "@/components/relative-time";
import type { OrderHistoryEntry } from "@/lib/server/orders/history";
import { newestVersionAction } from "../../actions";
import { describeEntry } from "../history-words";
import classes from "./order-form.module.css";

interface ConflictAlertProps {
  code: string;
  onOverwrite: (newestVersion: number) => void;
  onDiscard: () => void;
}

/** Somebody else saved in between: who, what, and the choice of whose version counts. Nothing typed is lost. */
export function ConflictAlert({ code, onOverwrite, onDiscard }: ConflictAlertProps) {
  const locale = useLocale();
  const alert = useRef<HTMLDivElement>(null);
  const [newest, setNewest] = useState<{
    version: number;
    currency: string;
    last: OrderHistoryEntry | null;
  }>();

  useEffect(() => {
    alert.current?.focus();
    newestVersionAction(code).then((result) => result.ok && setNewest(result.value));
  }, [code]);

  const told = newest?.last && describeEntry(newest.last, newest.currency, locale);
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      <p>
        The order was changed by somebody else in the meantime. Nothing was saved; what you typed is still
        here.
      </p>
      {newest?.last && told && (
        <div className={classes.told}>
          {newest.last.actor.name}, <RelativeTime value={newest.last.at} />: {told.title}
          <ul>
            {told.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none ever moves
              <li key={at}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <Group gap="sm" mt="sm">
        <Button variant="default" disabled={!newest} onClick={() => newest && onOverwrite(newest.version)}>
          Save mine over it
        </Button>
        <Button variant="default" onClick={onDiscard}>
          Discard mine and reload
        </Button>
      </Group>
    </div>
  );
}
