import "server-only";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import { openingBalanceProblems } from "@/lib/domain/opening-balance";
import { isoDay, localDay } from "@/lib/domain/values/day";
import { amount } from "@/lib/domain/values/money";
import { OpeningBalanceInput, recordOpeningBalance } from "../../billing/commands/record-opening-balance";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import type { Found } from "../found";
import { idOf, type RowData, reference, type Subject, said, text } from "./subject";

const load = async (ctx: Ctx, externalIds: readonly string[]) => {
  const rows = await read(ctx).invoice.findMany({
    where: { externalId: { in: [...externalIds] } },
    select: { externalId: true, number: true, accountId: true, issueDate: true, dueDate: true, total: true },
  });
  return rows.map(({ number, issueDate, dueDate, total, ...row }) => ({
    ...{ ...row, code: number, issueDate: isoDay(issueDate), dueDate: isoDay(dueDate) },
    amount: amount(total),
  }));
};

type There = Awaited<ReturnType<typeof load>>[number];

function input(data: RowData, found: Found): Record<string, unknown> {
  return said({
    externalId: text(data.externalId) ?? undefined,
    accountId: idOf(found.account, data.account),
    issueDate: text(data.issueDate) ?? undefined,
    dueDate: text(data.dueDate) ?? undefined,
    amount: text(data.amount) ?? undefined,
    note: text(data.note) ?? undefined,
  });
}

function objection(ctx: Ctx, data: RowData, found: Found): ImportRefusal | null {
  const balance = OpeningBalanceInput.parse(input(data, found));
  const problems = openingBalanceProblems(balance, found.currency, localDay(ctx.now, found.timeZone));
  if (problems.length === 0) return null;
  return { reason: "refused", refusal: { reason: "invalid_input", problems } };
}

/**
 * Adds what accounts owe of invoices that another system issued. One that is there stays as it is, whatever was paid of it, and a
 * row that says something else of it is refused, so that nobody believes it was changed.
 */
export const balances: Subject<There> = {
  permission: "import:run",
  table: "invoices",
  references: ({ account }) => reference("account", "account", account),
  input,
  schema: OpeningBalanceInput,
  objection,
  async existing(ctx, externalIds) {
    return new Map((await load(ctx, externalIds)).map((there) => [there.externalId ?? "", there]));
  },
  compare(there, data, found) {
    const row = OpeningBalanceInput.parse(input(data, found));
    const fields = [
      ...(row.accountId === there.accountId ? [] : ["account"]),
      ...(row.issueDate === there.issueDate ? [] : ["issueDate"]),
      ...(row.dueDate === there.dueDate ? [] : ["dueDate"]),
      ...(there.amount.equals(row.amount) ? [] : ["amount"]),
    ];
    return fields.length > 0 ? { reason: "balance_stays", fields } : "keep";
  },
  async create(ctx, data, found, mark) {
    return recordOpeningBalance(ctx, input(data, found), {
      alongside: (tx, { number }) => mark(tx, { code: number, where: null }),
    });
  },
};
