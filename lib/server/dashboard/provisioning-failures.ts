import "server-only";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { read } from "../kernel/db";

export type ProvisioningFailure = {
  id: string;
  description: string;
  account: string;
  orderCode: string;
  error: string;
};

export type ProvisioningFailures = { failures: ProvisioningFailure[]; more: boolean };

/** Subscriptions and assets whose provisioning failed for good, the oldest first: docs/domain.md, section 3. */
export async function provisioningFailures(ctx: Ctx, limit = 5): Promise<ProvisioningFailures> {
  requirePermission(ctx, "subscription:read");
  const found = await read(ctx).subscription.findMany({
    where: { provisioningState: "failed" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: {
      id: true,
      description: true,
      provisioningError: true,
      account: { select: { name: true } },
      order: { select: { code: true } },
    },
  });
  const failures = found.slice(0, limit).map((subscription) => ({
    id: subscription.id,
    description: subscription.description,
    account: subscription.account.name,
    orderCode: subscription.order.code,
    error: subscription.provisioningError ?? "",
  }));
  return { failures, more: found.length > limit };
}
