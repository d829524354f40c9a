import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { ZodError, type z } from "zod";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { Result } from "@/lib/domain/values/result";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import type { Sent } from "@/lib/schemas/fields";
import type { Caller } from "../kernel/definition/caller";
import type { Command } from "../kernel/definition/command";
import type { Preview } from "../kernel/definition/preview";
import type { Query } from "../kernel/definition/query";
import { Conflict, Forbidden, NotFound, SessionEnded, TookTooLong } from "../kernel/errors";
import { log } from "../kernel/log";
import { through } from "../kernel/telemetry/door";
import { otherPage } from "../sign-in/session/page-of";
import { anySession } from "../sign-in/session/session";
import { whoAsks } from "./who";

/**
 * Makes the server action of a command or preview. It calls the command for the person who is signed in, and turns the
 * answer, refusal or error into an ActionResult.
 *
 *     export const cancelOrderAction = action(cancelOrder);
 */
export function action<Who, Input extends z.ZodType, Output extends z.ZodType, Refused extends Refusal>(
  command: Command<Who, Input, Output, Refused>,
): (input: Sent<z.input<Input>>) => Promise<ActionResult<z.output<Output>>>;
export function action<Who, Input extends z.ZodType, Refused extends Refusal, Value>(
  preview: Preview<Who, Input, Refused, Value>,
): (input: Sent<z.input<Input>>) => Promise<ActionResult<Value>>;
export function action<Who, Value>(
  command: ((who: Who, raw: unknown) => Promise<Result<Value, Refusal>>) & {
    definition: { caller: Caller<Who> };
  },
) {
  return (input: unknown) =>
    answering(command.definition.caller, async (who, locale) => {
      const result = await command(who, input);
      if (result.ok) return { ok: true, value: result.value };
      const { refusal } = result;
      const { message, problems, because } = tellRefusal(refusal, locale);
      return { ok: false, reason: because, message, problems, refusal };
    });
}

/** Makes the server action of a query, for a form or dialog that asks while it is open. */
export function answer<Who, Input extends z.ZodType, Value>(
  query: Query<Who, Input, Value>,
): (input: z.input<Input>) => Promise<ActionResult<Value>> {
  return (input) =>
    answering(query.definition.caller, async (who) => ({ ok: true, value: await query(who, input) }));
}

async function answering<Who, Value>(
  caller: Caller<Who>,
  ask: (who: Who, locale: string) => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  try {
    const session = await anySession();
    const other = session && (await otherPage(session));
    if (other) return failure("other_page", `Nothing was changed. ${other.words}`);
    const who = await whoAsks(caller);
    if (who) return await through("action", () => ask(who, caller.ctxOf(who).locale));
    return signedOut();
  } catch (error) {
    return describeError(error);
  }
}

/** Tells an expected error in words. Anything else is a bug: this logs it under an id and tells the person the id. */
export function describeError(error: unknown): ActionFailure {
  unstable_rethrow(error);
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { ...failure("invalid", "Nothing was saved. Correct the marked fields."), problems };
  }
  if (error instanceof Forbidden) return failure("forbidden", `${error.message} Nothing was changed.`);
  if (error instanceof NotFound) return failure("not_found", `${error.message} Nothing was changed.`);
  if (error instanceof Conflict) return failure("conflict", error.message);
  if (error instanceof SessionEnded) return signedOut();
  if (error instanceof TookTooLong) {
    log.warn({ err: error }, "The database stopped a server action");
    return failure("failed", `${error.message} What you typed is still here.`);
  }

  const id = randomUUID().slice(0, 8);
  log.error({ err: error, id }, "A server action failed");
  return failure(
    "failed",
    `Something failed on our side, and nothing was saved. What you typed is still here: try again. (Error ${id})`,
  );
}

function signedOut(): ActionFailure {
  return failure("signed_out", "Your session has ended. What you typed is kept; sign in to go on.");
}

function failure(reason: ActionFailure["reason"], message: string): ActionFailure {
  return { ok: false, reason, message, problems: [] };
}
