import { useMemo } from "react";
import { matcher } from "@/lib/domain/search/search";
import { useAnswer } from "../form/use-answer";

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

/** Returns the server's options; the last ones stay while the next are on their way, so that the list does not flicker. */
function useRemoteOptions<Option>(source: string, q: string, wanted: boolean) {
  const address = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(q)}`;
  const asked = wanted && source !== "" ? address : null;
  const { last, waits } = useAnswer<Option[]>(asked, q === "" ? 0 : 150);
  const state: State = waits ? "loading" : last?.value === null ? "failed" : "ready";
  return useMemo(() => ({ options: last?.value ?? none, state }), [last, state]);
}

const none: never[] = [];
