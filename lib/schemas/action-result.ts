/** Describes one thing that is wrong with what was sent, at the field where a person can correct it. */
export interface Problem {
  /** Is "name" or "items.2.quantity", or "" for the whole form. */
  path: string;
  message: string;
}

export type ActionFailure = {
  ok: false;
  /** Says why, for a screen that does more than show the message. */
  reason:
    | "invalid"
    | "refused"
    | "conflict"
    | "forbidden"
    | "not_found"
    | "signed_out"
    | "other_page"
    | "failed";
  /** Says in one sentence what happened, what was kept, and what to do. */
  message: string;
  problems: Problem[];
  /** Holds the command's own refusal, with everything that it knows. */
  refusal?: unknown;
};

/** Every server action answers this to the form that called it. */
export type ActionResult<Value = undefined> = { ok: true; value: Value } | ActionFailure;

/** Returns the problems by field, as forms take them, where the first of each field counts. */
export function problemsByPath(problems: Problem[]): Record<string, string> {
  return Object.fromEntries(problems.map(({ path, message }) => [path, message] as const).reverse());
}
