"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { LiveTopic } from "@/lib/schemas/live";
import { useLocale } from "../format/locale";
import { type LiveChange, type LiveState, liveConnection } from "./live-connection";
import { Still, useStill } from "./still";

/**
 * Calls the handler when rows of the topic, or of any in a constant list of topics, changed in this organization, whoever changed them, and with ids "*" when
 * the connection is complete (again) and everything must be read anew. Bursts come as one call; a handler that is
 * still at work is not called again until it is done; one that throws is called again with what it missed, after a
 * pause. Nothing is polled, and all of a tab shares one connection.
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
    // The session ended: the server leads to where one signs in.
    if (state === "ended") router.refresh();
  }, [state, router]);

  const onChange = useEffectEvent(handler);
  // Of the first reading: a later one is due to a change that was heard, and hearing it again would never end.
  const [readAt] = useState(renderedAt);
  useEffect(() => {
    const topics = typeof topic === "string" ? [topic] : topic;
    return liveConnection.subscribe(topics, readAt, every, (change) => onChange(change), address);
  }, [topic, readAt, every, address]);
}

/** Whether changes arrive by themselves at the moment. */
function useLiveState(): LiveState {
  return useSyncExternalStore(
    liveConnection.watchState,
    () => liveConnection.state,
    () => "connecting",
  );
}

/** True once changes have not arrived for some seconds, so that a short break shows nothing. */
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
 * Renders the page's server parts anew when rows of the topic changed; what is typed or scrolled stays, and so does what
 * it encloses while a pointer is down.
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
  /** Where changes are told to those who may not hear everything. */
  address?: string;
  /** Only when this row, or one of these, is among the changed ones. */
  affects?: string | readonly string[];
  /** At least so many milliseconds between two refreshes. */
  every?: number;
  /** All that may look otherwise then. */
  children: ReactNode;
}
