import "server-only";
import type { z } from "zod";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../ctx";
import type { Tasks } from "../jobs";
import type { MachineCaller } from "./caller";
import { calling } from "./calling";

/** Holds what a task's work needs. `environment` holds what does not come from the database, which tests replace. */
export type TaskScope<Environment = unknown> = {
  readonly ctx: Ctx;
  readonly environment: Partial<Environment>;
};

type Definition<Name extends keyof Tasks, Input extends z.ZodType, Environment, Outcome> = {
  /** Names the task as the queue does. */
  readonly name: Name;
  readonly caller: MachineCaller;
  /** Describes what the job says besides its organization. */
  readonly input: Input;
  /**
   * Does the work and returns its outcome. A job can come twice and its worker can die at any point, so the work first looks at
   * what is already done.
   */
  readonly run: (scope: TaskScope<Environment>, input: z.output<Input>) => Promise<Outcome>;
};

export type WorkerTask<Name extends keyof Tasks, Input extends z.ZodType, Environment, Outcome> = {
  /** Checks the caller and the input, then works. @throws Forbidden, NotFound, ZodError */
  (ctx: Ctx, raw: unknown, environment?: Partial<Environment>): Promise<Result<Outcome, never>>;
  readonly definition: {
    readonly kind: "task";
    readonly name: Name;
    readonly caller: MachineCaller;
    readonly input: Input;
  };
};

/**
 * Defines what the worker does for a job of the queue. The kernel checks the permission, parses what the job says, and
 * logs one line. See docs/architecture.md, "One definition, many doors".
 */
export function task<
  Name extends keyof Tasks,
  Input extends z.ZodType,
  Outcome extends string,
  Environment = unknown,
>(definition: Definition<Name, Input, Environment, Outcome>): WorkerTask<Name, Input, Environment, Outcome> {
  const { name, caller, input, run } = definition;
  const call = (ctx: Ctx, raw: unknown, environment: Partial<Environment> = {}) =>
    calling({ kind: "task", name, caller }, ctx, async () =>
      ok(await run({ ctx, environment }, input.parse(raw))),
    );
  return Object.assign(call, { definition: { kind: "task" as const, name, caller, input } });
}
