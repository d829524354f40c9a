import "server-only";
import type { z } from "zod";
import type { Permission } from "@/lib/domain/permissions";
import type { KernelRefusal } from "@/lib/domain/refusing/kernel-refusal";
import { ok, type Result } from "@/lib/domain/values/result";
import { type Ctx, requirePermission } from "../ctx";
import type { Tx } from "../db";
import { orChanged } from "../seen";
import { isUniqueViolation, rehearse, transaction } from "../transaction";
import type { Caller } from "./caller";
import { calling } from "./calling";
import { keepAnswer, keptAnswer, onceOnly } from "./idempotency";
import { askingOutside, type Outside } from "./outside";
import type { Refusals } from "./refusals";
import { parseSent } from "./sent";
import { requireStillSignedIn } from "./still-signed-in";

/** Holds what a command's work needs. */
export type Scope<Who, Prepared = undefined, Answers = undefined> = {
  readonly who: Who;
  readonly ctx: Ctx;
  readonly tx: Tx;
  readonly prepared: Prepared;
  /** Holds the answers from outside, if the command asks for any. */
  readonly answers: Answers;
};

/** Holds what the steps before and after the transaction need, where no `tx` exists. */
type Around<Who> = { readonly who: Who; readonly ctx: Ctx };

/** Holds what a caller knows of a request beside its input, and wants to know or do beside its answer. */
type Call<Done = unknown> = {
  /** Holds what the caller sent, if the door completed the input. A repeated request is recognized by it. */
  readonly request?: object;
  /** Is called if the answer is that of an earlier request with the same idempotency key. */
  readonly onReplay?: () => void;
  /** Writes in the transaction of the work that it is done, so that larger work which goes on later repeats nothing. */
  readonly alongside?: (tx: Tx, done: Done) => Promise<void>;
};

type Described<Who, Input extends z.ZodType, Output extends z.ZodType, Refusal> = {
  /** Names subject and verb, such as "order.cancel", for the log, the audit log and idempotency keys. */
  readonly name: string;
  readonly caller: Caller<Who>;
  readonly input: Input;
  readonly output: Output;
  readonly refusals: Refusals<Refusal>;
  /** Returns further permissions that only some inputs need. */
  readonly needs?: (input: z.output<Input>) => readonly Permission[];
  /** Refuses an input whose name, code or address the database already has. @throws Conflict */
  readonly taken?: (input: z.output<Input>) => Result<never, NoInfer<Refusal>>;
};

type Work<Who, Input extends z.ZodType, Refusal, Prepared, Answers, Done> = {
  /**
   * Reads or computes what takes long, such as the hash of a password, before the transaction. It changes nothing if
   * the work is rehearsed.
   */
  readonly prepare?: (
    around: Around<Who> & { readonly rehearsed: boolean },
    input: z.output<Input>,
  ) => Promise<Result<Prepared, NoInfer<Refusal> | KernelRefusal>>;
  /** Says that `prepare` reads the rest of what was sent, so that a repeated request is recognized only afterwards. */
  readonly prepareReadsInput?: true;
  /** Asks others outside if the work depends on them, and never while a transaction is open. */
  readonly outside?: Outside<Answers, NoInfer<Refusal>>;
  /**
   * Reads, decides and writes in one transaction, and only through `tx`. If many commands held one connection each and waited
   * for a second one, none would get it.
   */
  readonly run: (
    scope: Scope<Who, Prepared, Answers>,
    input: z.output<Input>,
  ) => Promise<Result<Done, NoInfer<Refusal> | KernelRefusal>>;
};

/** Does what follows the commit, such as opening the page of a payment provider. It can run twice. */
type Finish<Who, Input extends z.ZodType, Refusal, Done, Told> = {
  readonly finish: (
    around: Around<Who> & { readonly key: string | undefined },
    input: z.output<Input>,
    done: Done,
  ) => Promise<Result<Told, NoInfer<Refusal> | KernelRefusal>>;
};

export type Command<Who, Input extends z.ZodType, Output extends z.ZodType, Refusal> = {
  /** Checks the caller and the input, then does the work. @throws Forbidden, NotFound, Conflict, SessionEnded, ZodError */
  (
    who: Who,
    raw: unknown,
    call?: Call<z.output<Output>>,
  ): Promise<Result<z.output<Output>, Refusal | KernelRefusal>>;
  /**
   * Returns the answer of an earlier request with this key, or null if there is none yet. A door that completes inputs asks
   * for it first, because what it would read has changed since. @throws Forbidden
   */
  readonly answered: (
    who: Who,
    key: string,
    request: object,
  ) => Promise<Result<z.output<Output>, KernelRefusal> | null>;
  /**
   * Does the work and takes it back, for a caller who asks first what would happen. The work may be tried again under
   * the same key. @throws Forbidden, NotFound, Conflict, ZodError
   */
  readonly rehearse: (who: Who, raw: unknown) => Promise<Result<unknown, Refusal | KernelRefusal>>;
  /** Does the work for a larger command that has already checked the permission. */
  readonly perform: (
    who: Who,
    input: z.output<Input>,
    key?: string,
  ) => Promise<Result<z.output<Output>, Refusal | KernelRefusal>>;
  readonly definition: Described<Who, Input, Output, Refusal> & { readonly kind: "command" };
};

/**
 * Defines a command: who may call it, what it takes and answers, why it may refuse, and what it does. The kernel checks
 * the permission, parses the input, does the work once per idempotency key in one transaction, and logs one line.
 * See docs/architecture.md, "One definition, many doors".
 *
 *     export const cancelOrder = command({
 *       name: "order.cancel",
 *       caller: staff("order:cancel"),
 *       input: CancelOrderInput,
 *       output: z.object({ code: OrderCode, remainderOnly: z.boolean() }),
 *       refusals: refusals("already_executed", "already_cancelled"),
 *       run: ({ tx, ctx }, input) => cancelWithin(tx, ctx, input),
 *     });
 */
export function command<
  Who,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Refusal,
  Prepared = undefined,
  Answers = undefined,
>(
  definition: Described<Who, Input, Output, Refusal> &
    Work<Who, Input, Refusal, Prepared, Answers, z.output<Output>> & { finish?: undefined },
): Command<Who, Input, Output, Refusal>;
export function command<
  Who,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Refusal,
  Done,
  Prepared = undefined,
  Answers = undefined,
>(
  definition: Described<Who, Input, Output, Refusal> &
    Work<Who, Input, Refusal, Prepared, Answers, Done> &
    Finish<Who, Input, Refusal, Done, z.output<Output>>,
): Command<Who, Input, Output, Refusal>;
export function command<Who, Input extends z.ZodType, Output extends z.ZodType, Refusal, Prepared, Answers>(
  definition: Described<Who, Input, Output, Refusal> &
    Work<Who, Input, Refusal, Prepared, Answers, unknown> &
    Partial<Finish<Who, Input, Refusal, unknown, z.output<Output>>>,
): Command<Who, Input, Output, Refusal> {
  type Answer = Result<z.output<Output>, Refusal | KernelRefusal>;
  const {
    name,
    caller,
    input: schema,
    needs,
    taken,
    prepare,
    prepareReadsInput,
    outside,
    run,
    finish,
  } = definition;

  async function perform(
    who: Who,
    input: z.output<Input>,
    key?: string,
    { request, onReplay, alongside }: Call<z.output<Output>> = {},
  ): Promise<Answer> {
    const ctx = caller.ctxOf(who);
    // What an earlier request has done is not prepared again, since that can take long or leave something behind.
    const kept =
      prepare && !prepareReadsInput && key !== undefined
        ? await keptAnswer<z.output<Output>>(ctx, { name, key, request: request ?? (input as object) })
        : null;
    if (kept?.ok) onReplay?.();
    if (kept) return kept;
    const prepared = await prepareFor(who, input, false);
    if (!prepared.ok) return prepared;
    const done = await askingOutside(ctx, outside, (answers) =>
      orChanged(
        transaction(ctx, (tx) =>
          onceOnly(tx, ctx, { name, key, input: request ?? input, finished: !finish }, async () => {
            const worked = await run({ who, ctx, tx, prepared: prepared.value, answers }, input);
            if (!worked.ok) return worked;
            await alongside?.(tx, worked.value as z.output<Output>);
            await requireStillSignedIn(tx, ctx);
            return worked;
          }),
        ),
      ),
    );
    if (!done.ok) return done;
    const { value, finished, replayed } = done.value;
    if (replayed) onReplay?.();
    if (finished || !finish) return ok(value as z.output<Output>);
    const told = await finish({ who, ctx, key }, input, value);
    if (told.ok && told.value !== value) await keepAnswer(ctx, key, told.value);
    return told;
  }

  async function prepareFor(
    who: Who,
    input: z.output<Input>,
    rehearsed: boolean,
  ): Promise<Result<Prepared, Refusal | KernelRefusal>> {
    return prepare ? prepare({ who, ctx: caller.ctxOf(who), rehearsed }, input) : ok(undefined as Prepared);
  }

  /** Parses what was sent and checks further permissions before the work, and turns a violated unique index into its refusal. */
  async function checked<Value>(
    who: Who,
    raw: unknown,
    way: "rehearsal" | undefined,
    work: (
      input: z.output<Input>,
      key: string | undefined,
      ctx: Ctx,
    ) => Promise<Result<Value, Refusal | KernelRefusal>>,
  ): Promise<Result<Value, Refusal | KernelRefusal>> {
    return calling({ kind: "command", name, caller, ...(way && { way }) }, who, async (ctx) => {
      const { key, input } = parseSent(schema, raw);
      for (const permission of needs?.(input) ?? []) requirePermission(ctx, permission);
      try {
        return await work(input, key, ctx);
      } catch (error) {
        if (taken && isUniqueViolation(error)) return taken(input);
        throw error;
      }
    });
  }

  const call = (who: Who, raw: unknown, more?: Call<z.output<Output>>): Promise<Answer> =>
    checked(who, raw, undefined, (input, key) => perform(who, input, key, more));

  const answered = (who: Who, key: string, request: object) =>
    calling({ kind: "command", name, caller, way: "lookup" }, who, (ctx) =>
      keptAnswer<z.output<Output>>(ctx, { name, key, request }),
    );

  const rehearsal = (who: Who, raw: unknown): Promise<Result<unknown, Refusal | KernelRefusal>> =>
    checked(who, raw, "rehearsal", async (input, _, ctx) => {
      const prepared = await prepareFor(who, input, true);
      if (!prepared.ok) return prepared;
      return askingOutside(ctx, outside, (answers) =>
        orChanged(rehearse(ctx, (tx) => run({ who, ctx, tx, prepared: prepared.value, answers }, input))),
      );
    });

  return Object.assign(call, {
    perform,
    answered,
    rehearse: rehearsal,
    definition: { ...definition, kind: "command" as const },
  });
}
