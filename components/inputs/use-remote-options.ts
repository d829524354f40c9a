import { useEffect, useMemo, useState } from "react";
import { matcher } from "@/lib/domain/search/search";

type State = "loading" | "failed" | "ready";

/** Returns the options for a text, from the server or from the given list. */
export function useOptions<Option extends { name: string }>(
  source: string | readonly Option[],
  q: string,
  wanted: boolean,
): { options: readonly Option[]; state: State } {
  const remote = useRemoteOptions<Option>(typeof source === "string" ? source : "", q, wanted);
  const local = useMemo(() => {
    if (typeof source === "string") return null;
    const found = matcher(q);
    return { options: source.filter(({ name }) => found(name)), state: "ready" as const };
  }, [source, q]);
  return local ?? remote;
}

/** Asks the server a moment after the last key. A newer question cancels the older one. */
function useRemoteOptions<Option>(source: string, q: string, wanted: boolean) {
  const [found, setFound] = useState<{ address: string; options: Option[]; failed: boolean } | null>(null);
  const address = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(q)}`;
  const asks = wanted && source !== "" && found?.address !== address;

  useEffect(() => {
    if (!asks) return;
    const controller = new AbortController();
    const answered = (options: Option[], failed: boolean) => {
      if (!controller.signal.aborted) setFound({ address, options, failed });
    };
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(address, { signal: controller.signal });
          answered(response.ok ? await response.json() : [], !response.ok);
        } catch {
          answered([], true);
        }
      },
      q === "" ? 0 : 150,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, asks, q]);

  // The last answer stays while the next one is on its way, so that the list does not flicker.
  const state: State = asks ? "loading" : found?.failed ? "failed" : "ready";
  return useMemo(() => ({ options: found?.options ?? none, state }), [found, state]);
}

const none: never[] = [];
