"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { LiveTopic } from "@/lib/schemas/live";
import { useLocale } from "../format/locale";
import { isStillOwn } from "../page-owner/page-owner";
import { type LiveChange, type LiveState, liveConnection } from "./live-connection";
import { Still, useStill } from "./still";

/**
 * Calls the handler when rows of the topic, or of any in a constant list of topics, changed in this organization, by
 * whomever. With ids "*" the connection is complete again, and everything must be read anew. Bursts come as one call.
 * A handler is never called again while it is at work; one that throws is called again after a pause, with what it
 * missed. Nothing is polled, and all of a tab shares one connection.
 */
export function useLive(
  topic: LiveTopic | readonly LiveTopic[],
  handler: (change: LiveChange) => void | Promise<void>,
  { every = 500, address }: { every?: number; address?: string } = {},
): void {
  const { renderedAt } = useLocale();
  const router = useRouter();
  const state = useLiveState();
  useEffect(() => {
    // The session has ended, and the server leads to the sign-in page. A page that another tab left behind stays as it is.
    if (state === "ended") void isStillOwn().then((own) => own && router.refresh());
  }, [state, router]);

  const onChange = useEffectEvent(handler);
  // Only the first reading counts. A later one follows a change that was heard, and hearing that again would never
  // end.
  const [readAt] = useState(renderedAt);
  useEffect(() => {
    const topics = typeof topic === "string" ? [topic] : topic;
    return liveConnection.subscribe(topics, readAt, every, (change) => onChange(change), address);
  }, [topic, readAt, every, address]);
}

/** Tells whether changes arrive by themselves at the moment. */
function useLiveState(): LiveState {
  return useSyncExternalStore(
    liveConnection.watchState,
    () => liveConnection.state,
    () => "connecting",
  );
}

/** Returns true once changes have not arrived for some seconds, so that a short break shows nothing. */
export function useLiveLost(): boolean {
  const state = useLiveState();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (state !== "lost") return setLost(false);
    const timer = setTimeout(() => setLost(true), 3000);
    return () => clearTimeout(timer);
  }, [state]);
  return useStill(lost);
}

/**
 * Renders the page's server parts anew when rows of the topic changed. What is typed or scrolled stays, and nothing
 * inside changes while a pointer is down.
 */
export function RefreshOnChange({ topic, affects, every, address, children }: RefreshOnChangeProps) {
  const router = useRouter();
  useLive(
    topic,
    ({ ids }) => {
      if (ids === "*" || !affects || [affects].flat().some((id) => ids.includes(id))) router.refresh();
    },
    { ...(every && { every }), ...(address && { address }) },
  );
  return <Still>{children}</Still>;
}

export interface RefreshOnChangeProps {
  topic: LiveTopic;
  /** Is the address that tells changes to people who may not hear everything. */
  address?: string;
  /** Narrows it to changes of this row, or of one of these. */
  affects?: string | readonly string[];
  /** Is the least number of milliseconds between two refreshes. */
  every?: number;
  /** Holds all that may look different after the refresh. */
  children: ReactNode;
}
