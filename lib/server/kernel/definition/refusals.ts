import "server-only";
import type { Refusal, Refused } from "@/lib/domain/refusals/refusal";

/** Lists why a command may refuse, by the codes of the catalogue in `lib/domain/refusals`. */
export type Refusals<Some> = {
  readonly codes: readonly string[];
  /** Carries the type and is never set. */
  readonly refusal?: Some;
};

/** Picks from the catalogue why a command may refuse. Its type then allows `run` exactly these refusals. */
export function refusals<Code extends Refusal["reason"]>(...codes: readonly Code[]): Refusals<Refused<Code>> {
  return { codes };
}

/** Gives the refusals that a command has picked. */
export type RefusedBy<Picked> = Picked extends Refusals<infer Some> ? Some : never;
