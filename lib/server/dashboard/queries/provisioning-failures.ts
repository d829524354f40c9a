import "server-only";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { toldFailure } from "../../provisioning/told";

export type ProvisioningFailure = {
  id: string;
  description: string;
  account: string;
  orderCode: string;
  error: string;
};

export type ProvisioningFailures = { failures: ProvisioningFailure[]; more: boolean };

/** Limits the list to what the dashboard shows. */
const shown = 5;

/** Lists subscriptions and assets whose provisioning finally failed, oldest first. See docs/domain.md, section 3. */
export const provisioningFailures = query({
  name: "dashboard.provisioning-failures",
  caller: staff("subscription:read"),
  input: nothing,
  async run({ ctx }): Promise<ProvisioningFailures> {
    const found = await read(ctx).subscription.findMany({
      where: { provisioningState: "failed" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: shown + 1,
      select: {
        id: true,
        description: true,
        provisioningError: true,
        account: { select: { name: true } },
        order: { select: { code: true } },
      },
    });
    const failures = found.slice(0, shown).map((subscription) => ({
      id: subscription.id,
      description: subscription.description,
      account: subscription.account.name,
      orderCode: subscription.order.code,
      error: toldFailure(subscription.provisioningError) ?? "",
    }));
    return { failures, more: found.length > shown };
  },
});
