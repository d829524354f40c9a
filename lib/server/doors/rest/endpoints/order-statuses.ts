import "server-only";
import { z } from "zod";
import { mostStatuses } from "@/lib/domain/order-status/list/list";
import type { StatusRow } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../../../kernel/ctx";
import { Conflict } from "../../../kernel/errors";
import { saveOrderStatuses } from "../../../order-statuses/commands/save-order-statuses";
import { listOrderStatuses } from "../../../order-statuses/queries/list-order-statuses";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { reads } from "../reads";
import { OrderStatuses, SentStatus, tellStatuses } from "../resources/order-status";

const tag = "Order statuses";

const WholeList = z.strictObject({
  data: z
    .array(SentStatus)
    .max(mostStatuses)
    .describe("Send all statuses. We delete a status that you leave out."),
  replacements: z
    .record(z.uuid(), z.uuid())
    .default({})
    .describe("For the id of each deleted status, name the status that its orders get."),
  confirmed: z
    .array(z.strictObject({ id: z.uuid(), orders: z.number().int().min(0) }))
    .default([])
    .describe("Repeat the effects on orders that the problem needs_confirmation named, to confirm them."),
});

/** Returns what changes the list as it is now to the list that was sent. @throws Conflict if it is another list by now */
async function changesTo(ctx: Ctx, { body, version }: Asked): Promise<Record<string, unknown>> {
  const sent = WholeList.parse(body);
  const now = await listOrderStatuses(ctx);
  if (now.version !== version) throw new Conflict("The list");

  const rows = new Map(now.statuses.map((row) => [row.id, row]));
  const ids = new Set(sent.data.map(({ id }) => id));
  return {
    changed: sent.data.flatMap(({ id, ...cells }) => {
      if (id === undefined) return [];
      // A status that is not in the list is sent on, so that the command says so.
      const row = rows.get(id);
      const changed = row ? changedCells(row, cells) : cells;
      return Object.keys(changed).length === 0 ? [] : [{ id, version: row?.version ?? 1, cells: changed }];
    }),
    added: sent.data.flatMap(({ id, ...cells }, index) =>
      id === undefined ? [{ id: `new-${index}`, cells }] : [],
    ),
    deleted: now.statuses
      .filter(({ id }) => !ids.has(id))
      .map(({ id, version: read }) => ({ id, version: read, replacementId: sent.replacements[id] })),
    confirmed: sent.confirmed,
  };
}

type Cells = Omit<z.output<typeof SentStatus>, "id">;

function changedCells(row: StatusRow, cells: Cells): Partial<Cells> {
  return Object.fromEntries(
    Object.entries(cells).filter(([name, cell]) => row[name as keyof Cells] !== cell),
  );
}

export const orderStatusEndpoints: readonly Endpoint[] = [
  reads("/order-statuses", listOrderStatuses, {
    tag,
    summary: "Lists all order statuses by their No., inactive ones too",
    answer: OrderStatuses,
    tell: tellStatuses,
    version: ({ version }) => version,
  }),
  does("PUT", "/order-statuses", saveOrderStatuses, {
    tag,
    summary: "Replaces the whole list of order statuses",
    ifMatch: "needed",
    body: WholeList,
    input: changesTo,
    answer: OrderStatuses,
    tell: ({ list }) => tellStatuses(list),
    version: ({ list }) => list.version,
  }),
];
