import "server-only";
import { z } from "zod";
import type { Ctx } from "../ctx";
import type { Caller } from "./caller";
import { calling } from "./calling";
import { keepable } from "./keepable";

type Definition<Who, Input extends z.ZodType, Value> = {
  /** Names subject and verb, such as "order.list". */
  readonly name: string;
  readonly caller: Caller<Who>;
  readonly input: Input;
  readonly run: (scope: { readonly who: Who; readonly ctx: Ctx }, input: z.output<Input>) => Promise<Value>;
};

export type Query<Who, Input extends z.ZodType, Value> = {
  /** Checks the caller and the input, then answers. @throws Forbidden, NotFound, ZodError */
  (who: Who, raw?: unknown): Promise<Value>;
  readonly definition: Omit<Definition<Who, Input, Value>, "run"> & { readonly kind: "query" };
};

/** Stands for the input of a query that takes none. */
export const nothing = z.undefined();

/** Defines a query: who may ask it, what it takes, and how it is answered. A query changes nothing. */
export function query<Who, Input extends z.ZodType, Value>(
  definition: Definition<Who, Input, Value>,
): Query<Who, Input, Value> {
  const { name, caller, input, run } = definition;
  const call = (who: Who, raw?: unknown) =>
    calling({ kind: "query", name, caller }, who, (ctx) => run({ who, ctx }, input.parse(keepable(raw))));
  return Object.assign(call, { definition: { name, caller, input, kind: "query" as const } });
}
