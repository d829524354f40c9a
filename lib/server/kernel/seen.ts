import "server-only";
import { createHash } from "node:crypto";
import type { ChangedSinceSeen, Fact, Shown } from "@/lib/domain/seen";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { Conflict } from "./errors";

/** Names facts, so that a command can tell whether they still hold. See docs/domain.md, "What was seen". */
export function shown(currency: string, facts: Fact[]): Shown {
  const text = JSON.stringify([currency, facts]);
  return { seen: createHash("sha256").update(text).digest("hex").slice(0, 32), currency, facts };
}

/** Says what the person who decides has seen. Is empty if they were shown nothing. */
export type WasSeen = { version?: number | undefined; seen?: string | undefined };

/**
 * Refuses if the facts differ from what was seen, and returns the present ones. Without `seen` only the version counts, for a
 * caller that showed nothing. @throws Conflict
 */
export function requireSeen(
  { version, seen }: WasSeen,
  now: { what: string; version?: number; shown: () => Shown },
): Result<null, ChangedSinceSeen> {
  const older = version !== undefined && now.version !== undefined && version !== now.version;
  if (seen === undefined) {
    if (older) throw new Conflict(now.what);
    return ok(null);
  }
  const shown = now.shown();
  return older || seen !== shown.seen ? refuse(changed(shown)) : ok(null);
}

/** Rolls back a transaction that learns only after its writes that the facts differ from what was seen; see `orChanged`. */
export class SeenOtherwise extends Error {
  override name = "SeenOtherwise";
  constructor(readonly now: Shown) {
    super("What was seen has changed");
  }
}

/** Turns a `SeenOtherwise` that the work throws into its refusal. */
export async function orChanged<Value, Refusal>(
  work: Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | ChangedSinceSeen>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SeenOtherwise) return refuse(changed(error.now));
    throw error;
  }
}

function changed(now: Shown): ChangedSinceSeen {
  return { reason: "changed_since_seen", now };
}
