import "server-only";
import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Caller } from "../../kernel/definition/caller";
import type { Command } from "../../kernel/definition/command";
import type { Query } from "../../kernel/definition/query";
import { type ListParameters, listParametersOf, pageCursor } from "./list";

export type Method = "GET" | "POST" | "PATCH" | "PUT";

/** Groups the calls, and says what each group is about. */
export const tags = {
  Orders: "What customers bought, and everything that is done to it until it is executed or canceled.",
  "Order statuses": "The statuses that the organization has set up, and what each means.",
  Accounts: "Who buys and who pays, what they may owe, and what they paid.",
  Products: "What the organization sells.",
  Subscriptions: "What executed orders made, and how far its provisioning is.",
  Invoices: "What executed orders charged.",
  Events: "What happened, for programs that keep up with it.",
};
export type Tag = keyof typeof tags;

/** Holds what a request asks for, with the names of the path and the parameters read. */
export type Asked = {
  readonly path: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Holds the version that `If-Match` names. */
  readonly version: number | undefined;
  readonly idempotencyKey: string | undefined;
  readonly dryRun: boolean;
};

export type Answered = {
  readonly body: unknown;
  /** Holds the version of what was read, for `ETag`. */
  readonly version?: number;
  /** Names the path of what was created, below the base of the API. */
  readonly location?: string;
  readonly replayed?: boolean;
};

/**
 * Describes one call of the API: where it stands, what it takes and what it answers. The server and the OpenAPI document are
 * made from the same endpoints. See docs/architecture.md, "One definition, many doors".
 */
export type Endpoint = {
  readonly method: Method;
  /** Is the path below `/api/v1`, such as "/orders/{code}". */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly definition: {
    readonly name: string;
    readonly caller: Caller<Ctx>;
    readonly input: z.ZodType;
    readonly codes: readonly string[];
  };
  readonly parameters: z.ZodObject | null;
  /** Is the form of a body that is not the command's input. */
  readonly body: z.ZodType | null;
  /** Names the fields of a command's input that the body does not have, because path and headers do. */
  readonly elsewhere: readonly string[];
  /** Tells whether `If-Match` is taken, or needed. */
  readonly ifMatch: "none" | "taken" | "needed";
  readonly status: 200 | 201;
  readonly answer: z.ZodType;
  readonly serve: (ctx: Ctx, asked: Asked) => Promise<Result<Answered, Refusal>>;
};

type Described = { readonly tag: Tag; readonly summary: string };

type Reading<Value, Answer extends z.ZodType> = Described & {
  readonly parameters?: z.ZodObject;
  readonly input?: (asked: Asked) => unknown;
  readonly answer: Answer;
  readonly tell: (value: Value) => z.input<Answer>;
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
      return ok({ body: how.tell(asks.value), ...(version !== undefined && { version }) });
    },
  };
}

type Rows<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** Describes a call that answers a page of a list, with a cursor for the next one. */
export function lists<Input extends z.ZodType, Row, Answer extends z.ZodType, Parameters extends z.ZodObject>(
  path: string,
  query: Query<Ctx, Input, Rows<Row>>,
  how: Described & {
    readonly parameters: Parameters;
    /** Turns the parameters to what the query takes, where that is not the same. */
    readonly input?: (
      parameters: z.output<Parameters>,
      asked: Asked,
      ctx: Ctx,
    ) => Promise<Record<string, unknown>>;
    readonly row: Answer;
    readonly tell: (row: Row) => z.input<Answer>;
    /** Counts all rows of the filter, for a caller who asks with `include=count`. */
    readonly count?: (ctx: Ctx, input: Record<string, unknown>) => Promise<number | undefined>;
  },
): Endpoint {
  const { parameters, answer } = listParametersOf(how.parameters, how.row, how.count !== undefined);
  return {
    tag: how.tag,
    summary: how.summary,
    method: "GET",
    path,
    definition: definitionOf(query.definition),
    parameters,
    body: null,
    elsewhere: [],
    ifMatch: "none",
    status: 200,
    answer,
    async serve(ctx, asked) {
      const { cursor, limit, include, ...filters } = asked.parameters as ListParameters &
        Record<string, unknown>;
      const input = how.input ? await how.input(filters as z.output<Parameters>, asked, ctx) : filters;
      const pages = pageCursor({ ...filters, ...asked.path });
      const [page, count] = await Promise.all([
        query(ctx, { ...input, limit, cursor: pages.read(cursor) }),
        include === "count" ? how.count?.(ctx, input) : undefined,
      ]);
      return ok({
        body: {
          data: page.rows.map((row) => how.tell(row)),
          nextCursor: pages.write(page.next),
          ...(count !== undefined && { count }),
        },
      });
    },
  };
}

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
  method: "POST" | "PATCH" | "PUT",
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
      // What completes the input has changed once the request was done, so a repeated one is known before, by what it sent.
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

function definitionOf({
  name,
  caller,
  input,
  ...more
}: {
  readonly name: string;
  readonly caller: Caller<Ctx>;
  readonly input: z.ZodType;
  readonly refusals?: { readonly codes: readonly string[] };
}): Endpoint["definition"] {
  return { name, caller, input, codes: more.refusals?.codes ?? [] };
}
