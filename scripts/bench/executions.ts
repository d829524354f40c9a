import { performance } from "node:perf_hooks";
import pg from "pg";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { executeOrder } from "../../lib/server/orders/commands/execute-order";
import { statementsSentBy } from "../../lib/server/testing/sent-statements";
import { executeByHand } from "./execute-by-hand";
import { throughputs } from "./measure";
import { against, atLeast, fact, type Line } from "./report";
import { submittedOrders } from "./submitted-orders";

const atATime = 8;
const perRound = 80;
const rounds = 6;

/** Measures Execute Order through the command against the same work in hand-written SQL, in turns. */
export async function benchExecutions(
  client: pg.Client,
  databaseUrl: string,
  ctx: Ctx,
  orders: number,
): Promise<Line[]> {
  const { organizationId } = ctx;
  const codes = async (count: number, items: number) =>
    (await submittedOrders(client, ctx, count, items)).map(({ code }) => code);
  const execute = async (code: string) => {
    const result = await executeOrder(ctx, { code });
    if (!result.ok) throw new Error(`Order ${code} was refused: ${JSON.stringify(result.refusal)}`);
  };
  const { rows } = await client.query(
    "SELECT id FROM order_statuses WHERE organization_id = $1 AND type = 'automatic_execute'",
    [organizationId],
  );
  const [unnamed, named] = [poolOf(databaseUrl), poolOf(databaseUrl)];
  const byHand = (code: string) =>
    withConnection(unnamed, (connection) => executeByHand(connection, ctx, code, rows[0].id));
  const byHandInItsName = (code: string) =>
    withConnection(named, async (connection) => {
      await connection.query("SELECT set_config('order_desk.organization', $1, false)", [organizationId]);
      await executeByHand(connection, ctx, code, rows[0].id);
    });

  const todo = await codes(perRound * 3 * (rounds + 1), 5);
  const next = () => todo.pop() ?? "";
  const [ours = 0, limit = 1, walled = 0] = await throughputs(
    [() => execute(next()), () => byHand(next()), () => byHandInItsName(next())],
    { perRound, atATime, rounds },
  ).finally(() => Promise.all([unnamed.end(), named.end()]));
  const statements = async (items: number) => {
    const [code = ""] = await codes(1, items);
    return (await statementsSentBy(() => execute(code))).length;
  };
  const [few, many] = [await statements(5), await statements(500)];
  return [
    atLeast(`Execute Order, 5 items, ${atATime} at a time`, orders, [ours, limit], 0.5),
    atLeast("The same SQL in the name of its organization, against without", orders, [walled, limit], 0.9),
    fact("Statements of an execution, 5 and 500 items", orders, `${many}`, `${few}`, "equal", few === many),
    await onceOnly(client, ctx, orders, (await codes(1, 5))[0] ?? ""),
    ...(await largeOrders(orders, (items) => codes(largeCount, items), execute)),
  ];
}

function poolOf(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: atATime });
  // The server may stop while connections are still closing.
  pool.on("error", () => {});
  return pool;
}

async function withConnection(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<void>) {
  const connection = await pool.connect();
  try {
    await work(connection);
  } finally {
    connection.release();
  }
}

const largeCount = 8;
/** So many MiB may stay in memory after the orders of 500 items. */
const growthAtMost = 50;

/** Measures orders of 500 items one after the other, against a hundred times the time of one of 5. */
async function largeOrders(
  orders: number,
  codes: (items: number) => Promise<string[]>,
  execute: (code: string) => Promise<void>,
): Promise<Line[]> {
  const secondsOf = async (items: number) => {
    const todo = await codes(items);
    const start = performance.now();
    for (const code of todo) await execute(code);
    return (performance.now() - start) / 1000 / todo.length;
  };
  const few = await secondsOf(5);
  await secondsOf(500);
  const before = process.memoryUsage().rss;
  const many = await secondsOf(500);
  const growth = (process.memoryUsage().rss - before) / 2 ** 20;
  return [
    against("Execute Order of 500 items, against 100 of 5", orders, [many * 1000, few * 100_000], 1),
    fact(
      `${largeCount} executions of 500 items: memory`,
      orders,
      `+ ${growth.toFixed(0)} MiB`,
      "",
      `≤ ${growthAtMost} MiB`,
      growth <= growthAtMost,
    ),
  ];
}

/** Lets a hundred people at once press Execute on one order. */
async function onceOnly(client: pg.Client, ctx: Ctx, orders: number, code: string): Promise<Line> {
  const answers = await Promise.all(Array.from({ length: 100 }, () => executeOrder(ctx, { code })));
  const succeeded = answers.filter(({ ok }) => ok).length;
  const told = answers.filter((answer) => !answer.ok && answer.refusal.reason === "already_executed").length;
  const { rows } = await client.query(
    "SELECT count(*)::int AS invoices FROM invoices JOIN orders ON orders.id = order_id WHERE orders.organization_id = $1 AND code = $2",
    [ctx.organizationId, code],
  );
  const [{ invoices }] = rows;
  const met = succeeded === 1 && told === 99 && invoices === 1;
  return fact(
    "100 executions of one order at once",
    orders,
    `${succeeded} + ${told} told`,
    `${invoices} invoice`,
    "1 + 99",
    met,
  );
}
