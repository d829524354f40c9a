import { randomUUID } from "node:crypto";
import type pg from "pg";
import { FindOrdersInput } from "../../lib/schemas/order-list";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { findOrders } from "../../lib/server/orders/queries/find-orders";
import { makeApiKey } from "../../lib/server/testing/factories/api-keys";
import type { TestOrganization } from "../../lib/server/testing/factories/basics";
import { statementsSentBy } from "../../lib/server/testing/sent-statements";
import { ask } from "./http";
import { throughputs } from "./measure";
import { startBareServer, startWeb } from "./product";
import { atLeast, type Line } from "./report";
import { submittedOrders } from "./submitted-orders";

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
  const { organizationId } = ctx;
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

  try {
    const [listed = 0, listedBare = 1] = await throughputs(
      [
        () =>
          ask(`${web.url}/api/v1/orders?unexecuted=true&limit=20&include=count`, {
            headers: { authorization },
          }),
        () => ask(`${bare.url}/orders`),
      ],
      { perRound: 400, atATime, rounds },
    );
    const perRound = 80;
    const todo = await submittedOrders(client, ctx, perRound * 2 * (rounds + 1), 5);
    const execute = (url: string, headers: Record<string, string> = {}) =>
      ask(`${url}/orders/${todo.pop()?.code}/execute`, { method: "POST", headers });
    const [executed = 0, executedBare = 1] = await throughputs(
      [
        () => execute(`${web.url}/api/v1`, { authorization, "idempotency-key": randomUUID() }),
        () => execute(bare.url),
      ],
      { perRound, atATime, rounds },
    );
    return [
      atLeast(
        `API: 20 unexecuted orders and their count, ${atATime} at a time`,
        orders,
        [listed, listedBare],
        0.4,
      ),
      atLeast(
        `API: execute an order of 5 items, ${atATime} at a time`,
        orders,
        [executed, executedBare],
        0.3,
      ),
    ];
  } finally {
    await Promise.all([web.stop(), bare.stop()]);
  }
}
