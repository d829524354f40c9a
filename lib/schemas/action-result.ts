/** One thing wrong with what was sent, at the field where it can be put right. */
export interface Problem {
  /** "name", or "items.2.quantity". Empty: the whole form. */
  path: string;
  message: string;
}

export type ActionFailure = {
  ok: false;
  /** Why, for a screen that does more than show the message. */
  reason: "invalid" | "refused" | "conflict" | "forbidden" | "not_found" | "signed_out" | "failed";
  /** One sentence: what happened, what was kept, what to do. */
  message: string;
  problems: Problem[];
  /** The command's own refusal, with everything it knows. */
  refusal?: unknown;
};

/** What every server action answers to the form that called it. */
export type ActionResult<Value = undefined> = { ok: true; value: Value } | ActionFailure;

/** Problems by field, as forms take them; the first of each field counts. */
export function problemsByPath(problems: Problem[]): Record<string, string> {
  return Object.fromEntries(problems.map(({ path, message }) => [path, message] as const).reverse());
}
