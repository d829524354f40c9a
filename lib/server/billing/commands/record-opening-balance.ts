import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { openingBalanceProblems } from "@/lib/domain/opening-balance";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, line, PositiveAmount } from "@/lib/schemas/fields";
import { Day } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import type { Prisma, Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { insertRows } from "../../kernel/insert-rows";
import { record } from "../../kernel/record";
import { organizationDay } from "../../organizations/day";
import { lockCredit } from "../credit";
import { paidAheadRows } from "../paid-ahead";

export const OpeningBalanceInput = z
  .strictObject({
    /** Is the number that the invoice has in the other system. */
    externalId: line("an external id", 100),
    accountId: Id,
    issueDate: Day,
    dueDate: Day,
    /** Is what is still to be paid of it, in the organization's currency. */
    amount: PositiveAmount,
    note: line("a note", 500, 0).default(""),
  })
  .refine(({ issueDate, dueDate }) => dueDate >= issueDate, {
    path: ["dueDate"],
    error: "Enter a due date that is not before the issue date.",
  });

/**
 * Records what an account owes of an invoice that another system issued. It has no order, no lines and no tax of ours, and a
 * number of its own series. What the account paid ahead pays it at once. See docs/domain.md, section 11. @throws NotFound
 */
export const recordOpeningBalance = command({
  name: "opening-balance.record",
  caller: staff("import:run"),
  input: OpeningBalanceInput,
  output: z.object({ id: Id, number: z.string() }),
  refusals: refusals("too_many_decimals", "date_out_of_range"),
  async run({ tx, ctx }, { externalId, accountId, issueDate, dueDate, note, ...input }) {
    const credit = await lockCredit(tx, ctx, accountId);
    const account = await tx.account.findUniqueOrThrow({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: accountId } },
      select: { code: true, organization: { select: { currency: true } } },
    });
    const { currency } = account.organization;
    const total = amount(input.amount);
    const today = await organizationDay(tx, ctx);
    const [wrong] = openingBalanceProblems({ issueDate, ...input }, currency, today);
    if (wrong) return refuse(wrong);

    const id = randomUUID();
    const paid = await paidAheadRows(
      tx,
      ctx,
      { id: accountId, credit },
      { id, total, currency, primaryId: null },
    );
    const { number, ...parties } = await nextOpeningBalance(tx, ctx, accountId);
    await insertRows(tx, {
      invoices: [
        {
          ...{ organizationId: ctx.organizationId, id, kind: "opening_balance", number, externalId, note },
          ...{ accountId, currency, ...parties, createdAt: ctx.now },
          ...{ issueDate: new Date(issueDate), dueDate: new Date(dueDate) },
          ...{
            netTotal: total.toFixed(),
            taxTotal: "0",
            total: total.toFixed(),
            outstanding: total.toFixed(),
          },
        },
      ],
      ...paid.rows,
    });
    await record(tx, ctx, [
      {
        kind: "opening_balance.recorded",
        subject: account.code,
        after: { number, externalId, amount: formatAmount(total, currency), currency, issueDate, dueDate },
      },
    ]);
    return ok({ id, number });
  },
});

type Kept = Pick<Prisma.InvoiceCreateManyInput, "number" | "seller" | "buyer" | "language" | "logoId">;

/** Takes the next number of opening balances, with the present seller and buyer. */
async function nextOpeningBalance(tx: Tx, ctx: Ctx, accountId: string): Promise<Kept> {
  const [row] = await tx.$queryRaw<Kept[]>`
    UPDATE organizations SET next_opening_balance_number = next_opening_balance_number + 1
    FROM accounts
    WHERE organizations.id = ${ctx.organizationId}::uuid
      AND accounts.organization_id = organizations.id AND accounts.id = ${accountId}::uuid
    RETURNING 'OB-' || (next_opening_balance_number - 1) AS number,
      seller_of(organizations) AS seller, buyer_of(accounts) AS buyer, accounts.language, logo_id AS "logoId"`;
  if (!row) throw new NotFound("account", accountId);
  return row;
}
