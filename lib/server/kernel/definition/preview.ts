import "server-only";
import type { z } from "zod";
import type { Permission } from "@/lib/domain/permissions";
import type { KernelRefusal } from "@/lib/domain/refusing/kernel-refusal";
import type { Result } from "@/lib/domain/values/result";
import { type Ctx, requirePermission } from "../ctx";
import { rehearse } from "../transaction";
import type { Caller } from "./caller";
import { calling } from "./calling";
import type { Scope } from "./command";
import { askingOutside, type Outside } from "./outside";
import type { Refusals } from "./refusals";
import { parseSent } from "./sent";

type Definition<Who, Input extends z.ZodType, Refusal, Answers, Value> = {
  readonly name: string;
  readonly caller: Caller<Who>;
  readonly input: Input;
  readonly refusals: Refusals<Refusal>;
  readonly needs?: ((input: z.output<Input>) => readonly Permission[]) | undefined;
  readonly outside?: Outside<Answers, NoInfer<Refusal>>;
  readonly run: (
    scope: Scope<Who, undefined, Answers>,
    input: z.output<Input>,
  ) => Promise<Result<Value, NoInfer<Refusal> | KernelRefusal>>;
};

export type Preview<Who, Input extends z.ZodType, Refusal, Value> = {
  (who: Who, raw: unknown): Promise<Result<Value, Refusal | KernelRefusal>>;
  readonly definition: Omit<Definition<Who, Input, Refusal, never, Value>, "outside" | "run"> & {
    readonly kind: "preview";
  };
};

/**
 * Defines a preview of a command, which does the command's work, reads the result and rolls everything back. See
 * docs/domain.md, section 2, "Preview execution".
 */
export function preview<Who, Input extends z.ZodType, Refusal, Value, Answers = undefined>(
  definition: Definition<Who, Input, Refusal, Answers, Value>,
): Preview<Who, Input, Refusal, Value> {
  const { name, caller, refusals, input: schema, needs, outside, run } = definition;

  async function call(who: Who, raw: unknown): Promise<Result<Value, Refusal | KernelRefusal>> {
    return calling({ kind: "preview", name, caller }, who, (ctx: Ctx) => {
      // A form sends the preview what it will send the command. Nothing happens, so the key is not kept.
      const { input } = parseSent(schema, raw);
      for (const permission of needs?.(input) ?? []) requirePermission(ctx, permission);
      return askingOutside(ctx, outside, (answers) =>
        rehearse(ctx, (tx) => run({ who, ctx, tx, prepared: undefined, answers }, input)),
      );
    });
  }

  return Object.assign(call, {
    definition: { name, caller, input: schema, refusals, needs, kind: "preview" as const },
  });
}
