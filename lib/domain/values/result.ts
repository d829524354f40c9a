/** Holds what a command or rule answers: the value, or a refusal that tells the reader everything needed. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<const Refusal>(refusal: Refusal): {
  ok: false;
  refusal: Refusal;
} {
  return { ok: false, refusal };
}
