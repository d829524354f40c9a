import "server-only";
import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Command } from "../../kernel/definition/command";
import { type Asked, type Described, definitionOf, type Endpoint } from "./endpoint";

/**
 * Describes a call of a command. Its body is the command's input without what the path and `If-Match` say. A dry run answers
 * what the command would answer.
 */
export function does<
  Input extends z.ZodType,
  Output extends z.ZodType,
  Refused extends Refusal,
  Answer extends z.ZodType,
>(
  method: "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  command: Command<Ctx, Input, Output, Refused>,
  how: Described & {
    readonly status?: 200 | 201;
    readonly ifMatch?: "none" | "taken" | "needed";
    /** Describes the body where it is not the command's input. `input` then makes that input of it. */
    readonly body?: z.ZodObject;
    /** Names fields of the input that only a screen can know. */
    readonly without?: readonly string[];
    /** Returns the command's input where it is more than body and path, as with the fields that a PATCH leaves out. */
    readonly input?: (ctx: Ctx, asked: Asked) => Promise<Record<string, unknown>>;
    readonly answer: Answer;
    readonly tell: (value: z.output<Output>, ctx: Ctx) => Promise<z.input<Answer>> | z.input<Answer>;
    readonly location?: (value: z.output<Output>) => string;
    readonly version?: (value: z.output<Output>) => number;
  },
): Endpoint {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const ifMatch = how.ifMatch ?? "none";
  return {
    tag: how.tag,
    summary: how.summary,
    deprecated: how.deprecated ?? null,
    method,
    path,
    definition: definitionOf(command.definition),
    parameters: null,
    body: how.body ?? null,
    elsewhere: [...inPath, ...(ifMatch === "none" ? [] : ["version"]), "seen", ...(how.without ?? [])],
    ifMatch,
    status: how.status ?? 200,
    answer: how.answer,
    async serve(ctx, asked) {
      const { path: names, body, version, idempotencyKey, dryRun } = asked;
      // The request changes what completes its input, so we recognize a repeated one by what it sent, before we read that.
      const request = how.input && { ...names, body };
      const earlier = async () =>
        request && idempotencyKey !== undefined && !dryRun
          ? command.answered(ctx, idempotencyKey, request)
          : null;
      const tell = async (result: Result<unknown, Refusal>, replayed: boolean) => {
        if (!result.ok) return result;
        const value = result.value as z.output<Output>;
        const location = dryRun ? undefined : how.location?.(value);
        const newVersion = dryRun ? undefined : how.version?.(value);
        return ok({
          body: await how.tell(value, ctx),
          replayed,
          ...(location !== undefined && { location }),
          ...(newVersion !== undefined && { version: newVersion }),
        });
      };
      const before = await earlier();
      if (before) return tell(before, true);
      let raw: Record<string, unknown>;
      try {
        raw = {
          ...(how.input ? await how.input(ctx, asked) : { ...body, ...names }),
          ...(version !== undefined && !how.body && { version }),
          ...(idempotencyKey !== undefined && { idempotencyKey }),
        };
      } catch (error) {
        const meanwhile = await earlier();
        if (meanwhile) return tell(meanwhile, true);
        throw error;
      }
      let replayed = false;
      const onReplay = () => {
        replayed = true;
      };
      const result = await (dryRun
        ? command.rehearse(ctx, raw)
        : command(ctx, raw, { ...(request && { request }), onReplay }));
      return tell(result, replayed);
    },
  };
}
