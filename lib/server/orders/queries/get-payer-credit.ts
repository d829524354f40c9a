import "server-only";
import { z } from "zod";
import { availableCredit, creditFor } from "@/lib/domain/credit";
import { formatAmount } from "@/lib/domain/values/money";
import { loadCredits } from "../../billing/credit";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";

export type PayerCredit = {
  /**
   * Holds decimal text in the organization's currency. It is negative when the payer owes more than the limit allows.
   */
  available: string;
};

const OfPayer = z.object({ payer: z.uuid(), order: z.string().max(40).optional() });

/**
 * Returns what can still be invoiced to the payer of a new order, or nothing if that is unlimited. For an edited primary
 * order it includes what was paid for that order. See docs/domain.md, section 4.
 */
export const getPayerCredit = query({
  name: "payer-credit.get",
  caller: staff("account:read"),
  input: z.unknown(),
  async run({ ctx }, raw): Promise<PayerCredit[]> {
    const input = OfPayer.safeParse(raw);
    if (!input.success) return [];
    const { payer, order: code } = input.data;
    const [credits, { currency }, order] = await Promise.all([
      loadCredits(read(ctx), ctx, [payer]),
      read(ctx).organization.findUniqueOrThrow({
        where: { id: ctx.organizationId },
        select: { currency: true },
      }),
      code ? read(ctx).order.findFirst({ where: { code }, select: { id: true, parentId: true } }) : null,
    ]);
    const credit = credits.get(payer);
    const available =
      credit && availableCredit(order ? creditFor(credit, order.parentId ?? order.id) : credit);
    return available ? [{ available: formatAmount(available, currency) }] : [];
  },
});
