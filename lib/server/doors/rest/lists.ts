import "server-only";
import type { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Query } from "../../kernel/definition/query";
import { type Asked, type Described, definitionOf, type Endpoint } from "./endpoint";
import { type ListParameters, listParametersOf, pageCursor } from "./list-page";

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
    deprecated: how.deprecated ?? null,
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
