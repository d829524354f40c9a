import "server-only";
import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Query } from "../../kernel/definition/query";
import { type Asked, type Described, definitionOf, type Endpoint } from "./endpoint";

type Reading<Value, Answer extends z.ZodType> = Described & {
  readonly parameters?: z.ZodObject;
  readonly input?: (asked: Asked) => unknown;
  readonly answer: Answer;
  readonly tell: (value: Value, ctx: Ctx) => z.input<Answer>;
  readonly version?: (value: Value) => number;
};

/** Describes a call that answers one thing. */
export function reads<Input extends z.ZodType, Value, Answer extends z.ZodType>(
  path: string,
  query: Query<Ctx, Input, Value>,
  how: Reading<Value, Answer>,
): Endpoint {
  return readsUnlessRefused(path, query, [], how, async (ctx, input) => ok(await query(ctx, input)));
}

/** Describes a call of a query that has refusals of these codes. */
export function readsOrRefuses<
  Input extends z.ZodType,
  Value,
  Refused extends Refusal,
  Answer extends z.ZodType,
>(
  path: string,
  query: Query<Ctx, Input, Result<Value, Refused>>,
  codes: readonly Refused["reason"][],
  how: Reading<Value, Answer>,
): Endpoint {
  return readsUnlessRefused(path, query, codes, how, query);
}

function readsUnlessRefused<Value, Answer extends z.ZodType>(
  path: string,
  { definition }: { readonly definition: Parameters<typeof definitionOf>[0] },
  codes: readonly string[],
  how: Reading<Value, Answer>,
  ask: (ctx: Ctx, input: unknown) => Promise<Result<Value, Refusal>>,
): Endpoint {
  return {
    tag: how.tag,
    summary: how.summary,
    deprecated: how.deprecated ?? null,
    answer: how.answer,
    method: "GET",
    path,
    definition: { ...definitionOf(definition), codes },
    parameters: how.parameters ?? null,
    body: null,
    elsewhere: [],
    ifMatch: "none",
    status: 200,
    async serve(ctx, asked) {
      const asks = await ask(ctx, how.input?.(asked));
      if (!asks.ok) return asks;
      const version = how.version?.(asks.value);
      return ok({ body: how.tell(asks.value, ctx), ...(version !== undefined && { version }) });
    },
  };
}
