import "server-only";
import { z } from "zod";
import { changedFacts } from "@/lib/domain/events/changed-facts";
import { ok } from "@/lib/domain/values/result";
import { AccountFields, resellerHasNone } from "@/lib/schemas/accounts";
import { readingVatId } from "@/lib/schemas/address";
import { Id, Version } from "@/lib/schemas/fields";
import { requirePermission } from "../../kernel/ctx";
import { type Prisma, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict, NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { billingToRefusals, checkBillingTo } from "../billing-to";
import { accountFacts } from "../facts";
import { countOpenOrders } from "../queries/open-orders";
import { checkPartners, checkReseller, resellerRefusals } from "../reseller";
import { checkSameName } from "../same-name";

export const EditAccountInput = z
  .strictObject({
    ...AccountFields,
    id: Id,
    version: Version,
    active: z.boolean(),
  })
  .superRefine(resellerHasNone)
  .transform(readingVatId);

export type EditAccountInput = z.input<typeof EditAccountInput>;

const EditedAccount = z.object({
  id: Id,
  /** Counts the open orders that wait because this edit deactivated the account; see countOpenOrders. */
  held: z.number(),
});

const checked = {
  name: true,
  billingToId: true,
  creditLimit: true,
  type: true,
  resellerId: true,
  active: true,
} as const;

/** Changes an account, while existing orders and invoices keep what they say. @throws NotFound, Conflict */
export const editAccount = command({
  name: "account.edit",
  caller: staff("account:save"),
  input: EditAccountInput,
  output: EditedAccount,
  refusals: refusals(...billingToRefusals, ...resellerRefusals, "name_used"),
  async run({ tx, ctx }, { id, version, despiteAccountId, ...input }) {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const now = await tx.account.findUnique({ where: key, select: { name: true } });
    if (now && now.name !== input.name) {
      const name = await checkSameName(tx, ctx, { id, name: input.name, despiteAccountId });
      if (!name.ok) return name;
    }
    // This waits for an order that the account is placing, because placing settles which reseller the order waits for.
    await tx.$queryRaw(sql`
      SELECT id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid
      FOR NO KEY UPDATE`);
    const before = await tx.account.findUnique({ where: key, select: checked });
    if (!before) throw new NotFound("account", id);
    if (changesLimit(before.creditLimit, input.creditLimit)) requirePermission(ctx, "credit-limit:save");
    const factsBefore = await accountFacts(tx, ctx, id);
    const billingTo = await checkBillingTo(tx, ctx, input.billingToId, before.billingToId);
    if (!billingTo.ok) return billingTo;
    const reseller = await checkReseller(tx, ctx, input.resellerId);
    if (!reseller.ok) return reseller;
    const partners = await checkPartners(tx, ctx, { id, ...before }, input);
    if (!partners.ok) return partners;

    const { count } = await tx.account.updateMany({
      where: { id, version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(before.name);

    const changed = changedFacts(factsBefore, await accountFacts(tx, ctx, id));
    if (changed) await record(tx, ctx, [{ accountId: id, kind: "account.edited", ...changed }]);
    return ok({ id, held: before.active && !input.active ? await countOpenOrders(tx, ctx, id) : 0 });
  },
});

/** Tells whether the limit changes: undefined keeps it, and null makes it unlimited. */
function changesLimit(before: Prisma.Decimal | null, after: string | null | undefined): boolean {
  if (after === undefined) return false;
  return before === null || after === null ? before !== after : !before.equals(after);
}
