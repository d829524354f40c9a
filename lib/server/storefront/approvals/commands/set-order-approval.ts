import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { record } from "../../../kernel/record";
import { resellers } from "../../customer";

const SetOrderApprovalInput = z.strictObject({ accountId: Id, orderApproval: z.boolean() });

/** Sets whether a customer's orders wait for the reseller. Orders that already wait keep waiting. @throws NotFound */
export const setOrderApproval = command({
  name: "customer.set-approval",
  caller: resellers,
  input: SetOrderApprovalInput,
  output: z.null(),
  refusals: refusals(),
  async run({ tx, ctx, who: reseller }, { accountId, orderApproval }) {
    const customer = await tx.account.findUnique({
      where: {
        organizationId_id: { organizationId: ctx.organizationId, id: accountId },
        resellerId: reseller.accountId,
      },
      select: { orderApproval: true },
    });
    if (!customer) throw new NotFound("customer", accountId);
    if (customer.orderApproval === orderApproval) return ok(null);

    await tx.account.updateMany({
      where: { id: accountId, resellerId: reseller.accountId },
      data: { orderApproval, version: { increment: 1 } },
    });
    await record(tx, ctx, [
      {
        accountId,
        kind: "account.edited",
        before: { orderApproval: customer.orderApproval },
        after: { orderApproval },
      },
    ]);
    return ok(null);
  },
});
