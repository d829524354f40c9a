"use client";

import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ActionFailure } from "@/components/action-result";
import { useLocale } from "@/components/locale";
import { RelativeTime } from "@/components/relative-time";
import type { OrderHistoryEntry } from "@/lib/server/orders/history";
import { newestVersionAction } from "../../actions";
import { describeEntry } from "../history-words";
import classes from "./order-form.module.css";

interface ConflictAlertProps {
  code: string;
  /** Each further conflict is with a newer version. None yet when a kept draft met one. */
  failure: ActionFailure | null;
  onOverwrite: (newestVersion: number) => void;
  onDiscard: () => void;
}

/** Somebody else saved in between: who, what, and the choice of whose version counts. Nothing typed is lost. */
export function ConflictAlert({ code, failure, onOverwrite, onDiscard }: ConflictAlertProps) {
  const locale = useLocale();
  const alert = useRef<HTMLDivElement>(null);
  const [newest, setNewest] = useState<{
    version: number;
    currency: string;
    last: OrderHistoryEntry | null;
  }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is about a version that is newer still
  useEffect(() => {
    let asked = true;
    alert.current?.focus();
    setNewest(undefined);
    newestVersionAction(code).then(
      (result) => asked && result.ok && setNewest(result.value),
      // Nobody answered: Save asks again.
      () => {},
    );
    return () => {
      asked = false;
    };
  }, [code, failure]);

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
