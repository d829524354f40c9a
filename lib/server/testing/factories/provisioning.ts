import "server-only";
import type { CreateProductInput } from "@/lib/server/products/commands/create-product";
import { read } from "../../kernel/db";
import { executeOrder } from "../../orders/commands/execute-order";
import { makeProduct, type TestOrganization, value } from "./basics";
import { makeOrder } from "./orders";

/** Creates a task with its subscription, as an executed order of one such product leaves it. */
export async function makeTask(organization: TestOrganization, product: Partial<CreateProductInput> = {}) {
  return makeTaskOf(organization, (await makeProduct(organization, product)).id);
}

/** Creates the same for an existing product. */
export async function makeTaskOf(organization: TestOrganization, productId: string) {
  const { code } = await makeOrder(organization, { items: [{ productId, quantity: 1 }] });
  value(await executeOrder(organization.as.operator, { code }));
  const { id } = await read(organization.as.operator).provisioningTask.findFirstOrThrow({
    where: { orderItem: { order: { code } } },
    select: { id: true },
  });
  return { id, code };
}

/** Returns the task and what its subscription shows, as they are in the database. */
export async function storedTask(organization: TestOrganization, id: string) {
  const { subscription, ...task } = await read(organization.as.operator).provisioningTask.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: organization.organizationId, id } },
    select: {
      state: true,
      attempts: true,
      earlierAttempts: true,
      error: true,
      nextAttemptAt: true,
      subscription: { select: { id: true, provisioningState: true, provisioningError: true } },
    },
  });
  return { ...task, subscription };
}
