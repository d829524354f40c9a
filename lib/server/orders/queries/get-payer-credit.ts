import "server-only";
import { z } from "zod";
import { availableCredit, creditFor, missingCredit } from "@/lib/domain/credit";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { AmountText } from "@/lib/schemas/fields";
import { loadCredits } from "../../billing/credit";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";

export type PayerCredit = {
  /**
   * Holds decimal text in the organization's currency. It is negative when the payer owes more than the limit allows.
   */
  available: string;
  /** Is by how much the asked total exceeds that, or null where it fits. */
  missing: string | null;
};

const OfPayer = z.object({
  payer: z.uuid(),
  order: z.string().max(40).optional(),
  total: AmountText.default("0"),
});

/**
 * Returns what can still be invoiced to the payer of a new order, and what a total with tax lacks of it, or nothing if it is
 * unlimited. For an edited primary order it includes what was paid for that order. See docs/domain.md, section 4.
 */
export const getPayerCredit = query({
  name: "payer-credit.get",
  caller: staff("account:read"),
  input: z.unknown(),
  async run({ ctx }, raw): Promise<PayerCredit[]> {
    const input = OfPayer.safeParse(raw);
    if (!input.success) return [];
    const { payer, order: code, total } = input.data;
    const [credits, { currency }, order] = await Promise.all([
      loadCredits(read(ctx), ctx, [payer]),
      read(ctx).organization.findUniqueOrThrow({
        where: { id: ctx.organizationId },
        select: { currency: true },
      }),
      code ? read(ctx).order.findFirst({ where: { code }, select: { id: true, parentId: true } }) : null,
    ]);
    const ofPayer = credits.get(payer);
    if (!ofPayer) return [];
    const credit = order ? creditFor(ofPayer, order.parentId ?? order.id) : ofPayer;
    const available = availableCredit(credit);
    if (available === null) return [];
    const missing = missingCredit(credit, amount(total));
    return [
      {
        available: formatAmount(available, currency),
        missing: missing.isZero() ? null : formatAmount(missing, currency),
      },
    ];
  },
});
