import { randomUUID } from "node:crypto";
import type pg from "pg";
import { FindOrdersInput } from "../../lib/schemas/order-list";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { findOrders } from "../../lib/server/orders/queries/find-orders";
import { makeApiKey } from "../../lib/server/testing/factories/api-keys";
import type { TestOrganization } from "../../lib/server/testing/factories/basics";
import { insertOrders } from "../../lib/server/testing/factories/bulk-orders";
import { statementsSentBy } from "../../lib/server/testing/sent-statements";
import { ask } from "./http";
import { throughput } from "./measure";
import { startBareServer, startWeb } from "./product";
import { atLeast, type Line } from "./report";

const atATime = 8;
const rounds = 6;

/** Measures two calls of the API against a bare server that sends the same SQL, in turns and over HTTP. */
export async function benchApi(
  client: pg.Client,
  databaseUrl: string,
  here: TestOrganization,
  ctx: Ctx,
  orders: number,
): Promise<Line[]> {
  const { organizationId, now } = ctx;
  const { rows: statuses } = await client.query(
    "SELECT id FROM order_statuses WHERE organization_id = $1 AND type = 'automatic_execute'",
    [organizationId],
  );
  const [list] = await statementsSentBy(() =>
    findOrders(ctx, FindOrdersInput.parse({ unexecuted: "true", limit: 20 })),
  );
  if (!list) throw new Error("The list of orders sends one statement");
  const { secret } = await makeApiKey(here, { role: "operator" });
  const authorization = `Bearer ${secret}`;
  const [web, bare] = await Promise.all([
    startWeb(databaseUrl),
    startBareServer({ databaseUrl, list, ctx, statusId: statuses[0].id, atATime }),
  ]);

  /** Lets both do as much as each other in turns, and returns the middle of how much each did in a second. */
  const inTurns = async (perRound: number, ours: () => Promise<unknown>, limit: () => Promise<unknown>) => {
    const results: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round++) {
      for (const [index, call] of [ours, limit].entries()) {
        const perSecond = await throughput(Array<() => Promise<unknown>>(perRound).fill(call), atATime);
        // The first round only warms up.
        if (round >= 0) results[index]?.push(perSecond);
      }
    }
    const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    return [middle(results[0]), middle(results[1])] as [number, number];
  };

  try {
    const listed = await inTurns(
      400,
      () =>
        ask(`${web.url}/api/v1/orders?unexecuted=true&limit=20&include=count`, {
          headers: { authorization },
        }),
      () => ask(`${bare.url}/orders`),
    );
    const perRound = 80;
    const count = perRound * 2 * (rounds + 1);
    await insertOrders(client, { organizationId, count, items: 5, now, days: 1, submitted: true });
    const { rows } = await client.query(
      "SELECT code FROM orders WHERE organization_id = $1 ORDER BY number DESC LIMIT $2",
      [organizationId, count],
    );
    const codes = rows.map((row) => row.code as string);
    const executed = await inTurns(
      perRound,
      () =>
        ask(`${web.url}/api/v1/orders/${codes.pop()}/execute`, {
          method: "POST",
          headers: { authorization, "idempotency-key": randomUUID() },
        }),
      () => ask(`${bare.url}/orders/${codes.pop()}/execute`, { method: "POST" }),
    );
    return [
      atLeast(`API: 20 unexecuted orders and their count, ${atATime} at a time`, orders, listed, 0.4),
      atLeast(`API: execute an order of 5 items, ${atATime} at a time`, orders, executed, 0.3),
    ];
  } finally {
    await Promise.all([web.stop(), bare.stop()]);
  }
}
