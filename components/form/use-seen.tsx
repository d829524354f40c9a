"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ChangedSinceSeen, Shown } from "@/lib/domain/seen";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import { ChangedNotice } from "./changed-notice";
import { useAction } from "./use-action";
import { useOnce } from "./use-once";

/** Names a state of the subject by its facts, and by its version where it has one. */
export type SeenState = Shown & { version?: number };

interface SeenOptions<Subject> {
  /** Is the newest state that is known; it may change while the question is open. */
  latest: Subject;
  /** Returns null where the question can no longer be asked; then the server says why. */
  seenOf: (subject: Subject) => SeenState | null;
  /** Begins the sentence that tells what changed, such as "This order". */
  what: string;
  /** Is what the server saw, where that was not what was shown. */
  refused?: Shown | null;
  /** Ignores news for now, since the answer itself causes them. */
  hold?: boolean;
  /** Reads `latest` again after a refusal. Unless given, the page is read again. */
  reload?: (() => void) | undefined;
  onConfirm?: () => void;
}

/**
 * Freezes what a question showed when it was asked. Once that has changed, `changed` is true until the person has seen
 * the difference in `notice` and confirmed it. See docs/domain.md, "What was seen".
 */
export function useSeen<Subject>(options: SeenOptions<Subject>) {
  const { latest, seenOf, what, refused = null, hold = false, reload, onConfirm } = options;
  const router = useRouter();
  const [subject, setSubject] = useState(latest);
  /** The difference that was confirmed last stays where it is, so that nothing moves. */
  const [confirmed, setConfirmed] = useState<{ was: Shown; now: Shown } | null>(null);
  const box = useRef<HTMLDivElement>(null);

  const was = seenOf(subject);
  const now = seenOf(latest);
  const newer = was !== null && now !== null && (now.seen !== was.seen || now.version !== was.version);
  const onRefused = useEffectEvent(() => (reload ? reload() : router.refresh()));
  useEffect(() => {
    if (refused) onRefused();
  }, [refused]);

  const changed = !hold && was !== null && (newer || refused !== null);
  const difference = changed ? { was, now: newer && now ? now : (refused ?? was) } : confirmed;
  const confirm = () => {
    if (!was || !now) return;
    setConfirmed({ was, now });
    setSubject(latest);
    onConfirm?.();
    box.current?.focus();
  };
  const notice: ReactNode = difference && (
    <ChangedNotice
      ref={box}
      what={what}
      was={difference.was}
      now={difference.now}
      {...(changed && { onConfirm: confirm, ready: newer })}
    />
  );
  return { subject, seen: was, changed, notice, lead: () => box.current?.focus() };
}

interface QuestionOptions<Subject, Input, Value> extends Omit<SeenOptions<Subject>, "refused" | "hold"> {
  send: (input: Input) => Promise<ActionResult<Value>>;
  onDone: (value: Value) => void;
}

/** Asks about a subject as `useSeen` shows it, and sends the answer once, with what was seen. */
export function useQuestion<Subject, Input, Value>(options: QuestionOptions<Subject, Input, Value>) {
  const { send, onDone } = options;
  const { run, pending, failure, problems, forget } = useAction(send);
  const [done, setDone] = useState(false);
  const once = useOnce();
  const refused = refusedAs(failure);
  // A lost answer is asked for again as it was sent, since the server knows whether it was done.
  const lost = failure?.reason === "failed";
  const seen = useSeen({
    ...options,
    refused,
    hold: pending || done || lost,
    onConfirm: () => {
      forget();
      options.onConfirm?.();
    },
  });

  const answer = (inputOf: (was: { subject: Subject; version?: number; seen?: string }) => Input) =>
    once(async () => {
      if (seen.changed) {
        seen.lead();
        return false;
      }
      const { subject } = seen;
      const { version, seen: token } = seen.seen ?? {};
      const result = await run(
        inputOf({ subject, ...(version !== undefined && { version }), ...(token && { seen: token }) }),
      );
      if (!result.ok) return false;
      setDone(true);
      onDone(result.value);
      return true;
    });
  return { ...seen, answer, pending, failure: refused ? null : failure, problems };
}

function refusedAs(failure: ActionFailure | null): Shown | null {
  const refusal = failure?.refusal as Partial<ChangedSinceSeen> | undefined;
  return refusal?.reason === "changed_since_seen" ? (refusal.now ?? null) : null;
}
