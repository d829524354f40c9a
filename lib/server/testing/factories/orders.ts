import "server-only";
import type { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { createOrder } from "../../orders/commands/create-order";
import { makeAccount, makeProduct, type TestOrganization, value } from "./basics";

/** Creates a BSS order with its account and products, by default of two services. */
export async function makeOrder(organization: TestOrganization, input: Partial<CreateOrderInput> = {}) {
  const accountId = input.accountId ?? (await makeAccount(organization)).id;
  const items = input.items ?? [
    { productId: (await makeProduct(organization)).id, quantity: 1 },
    { productId: (await makeProduct(organization)).id, quantity: 1 },
  ];
  // Only an administrator decides to invoice another account than the order's own payer.
  const ctx = input.billingToId ? organization.as.administrator : organization.as.operator;
  const { code } = value(await createOrder(ctx, { ...input, accountId, items }));
  return storedOrder(organization.as.operator, code);
}

/** Returns an order as it is in the database, with everything that belongs to it. */
export async function storedOrder(ctx: Ctx, code: string) {
  return read(ctx).order.findUniqueOrThrow({
    where: { organizationId_code: { organizationId: ctx.organizationId, code } },
    include: {
      status: true,
      items: { orderBy: { position: "asc" } },
      invoices: { include: { lines: { orderBy: { position: "asc" } } } },
      subscriptions: { include: { provisioningTasks: true } },
      history: { orderBy: { id: "asc" } },
      subOrders: {
        orderBy: { subNumber: "asc" },
        include: { status: true, items: { orderBy: { position: "asc" } } },
      },
    },
  });
}

/** Counts what an execution leaves behind. Complete means each effect once for each item. */
export async function executionEffects(ctx: Ctx, code: string) {
  const order = await storedOrder(ctx, code);
  const tasks = order.subscriptions.flatMap(({ provisioningTasks }) => provisioningTasks);
  const keys = tasks.map(({ id }) => `provision:${id}`);
  const [jobs] = await read(ctx).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = ANY(${keys})`;
  return {
    executed: order.history.filter(({ kind }) => kind === "order.executed").length,
    invoices: order.invoices.length,
    lines: order.invoices.flatMap(({ lines }) => lines).length,
    subscriptions: order.subscriptions.length,
    tasks: tasks.length,
    jobs: jobs?.count ?? 0,
  };
}
