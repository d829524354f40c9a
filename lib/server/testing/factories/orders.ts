import "server-only";
import type { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { createOrder } from "../../orders/commands/create-order";
import { makeAccount, makeProduct, type TestOrganization, value } from "./basics";

/** A BSS order of two services unless told otherwise, with its account and products. */
export async function makeOrder(organization: TestOrganization, input: Partial<CreateOrderInput> = {}) {
  const accountId = input.accountId ?? (await makeAccount(organization)).id;
  const items = input.items ?? [
    { productId: (await makeProduct(organization)).id, quantity: 1 },
    { productId: (await makeProduct(organization)).id, quantity: 1 },
  ];
  // Whom an order invoices beside its own payer, an administrator decides.
  const ctx = input.billingToId ? organization.as.administrator : organization.as.operator;
  const { code } = value(await createOrder(ctx, { ...input, accountId, items }));
  return storedOrder(organization.as.operator, code);
}

/** An order as it stands in the database, with all that hangs on it. */
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

/** What an execution leaves behind, counted; each of it once for each item is all. */
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
