import "server-only";
import { z } from "zod";
import { createAccount } from "../../../accounts/commands/create-account";
import { editAccount } from "../../../accounts/commands/edit-account";
import { getAccount, listAccounts } from "../../../accounts/queries/accounts";
import { recordPayment } from "../../../billing/commands/record-payment";
import { reversePayment } from "../../../billing/commands/reverse-payment";
import { listPayments } from "../../../billing/queries/payments";
import type { Ctx } from "../../../kernel/ctx";
import { isUuid } from "../../../kernel/keyset";
import { organizationCurrency } from "../../../organizations/currency";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { lists } from "../lists";
import { Money, money } from "../money";
import { reads } from "../reads";
import { Account, AccountSummary, tellAccount, tellAccountRow } from "../resources/account";
import { Created, Saved } from "../resources/done";
import { Payment, PaymentRecorded, tellPayment, tellRecordedPayment } from "../resources/payment";

const tag = "Accounts";
const accountOf = ({ path }: Asked) => path.account ?? "";

/** Returns the id of the account that a path names by its code or id. @throws NotFound */
async function accountId(ctx: Ctx, asked: Asked): Promise<string> {
  const named = accountOf(asked);
  return isUuid(named) ? named : (await getAccount(ctx, named)).id;
}

/** Returns the whole input of an edit: what the caller sent, and what stays as it is. */
async function editedAccount(ctx: Ctx, asked: Asked): Promise<Record<string, unknown>> {
  const now = await getAccount(ctx, accountOf(asked));
  const { name, email, language, street, postalCode, city, region, country, vatId, type } = now;
  return {
    ...{ name, email, language, street, postalCode, city, region, country, vatId, type },
    orderApproval: now.orderApproval,
    active: now.active,
    billingToId: now.billingTo?.id ?? null,
    resellerId: now.reseller?.id ?? null,
    ...asked.body,
    id: now.id,
  };
}

export const accountEndpoints: readonly Endpoint[] = [
  lists("/accounts", listAccounts, {
    tag,
    summary: "Lists accounts with their credit",
    parameters: z.object({
      q: z.string().max(100).optional().describe("We search names, codes and email addresses."),
      active: z.enum(["true", "false"]).optional(),
      sort: z.enum(["name", "-name", "code", "-code"]).default("name"),
    }),
    row: AccountSummary,
    tell: tellAccountRow,
  }),
  does("POST", "/accounts", createAccount, {
    tag,
    summary: "Creates an account",
    status: 201,
    answer: Created,
    tell: (account) => account,
    location: ({ code }) => `/accounts/${code}`,
  }),
  reads("/accounts/{account}", getAccount, {
    tag,
    summary: "Returns an account by its code or id",
    input: accountOf,
    answer: Account,
    tell: tellAccount,
    version: ({ version }) => version,
  }),
  does("PATCH", "/accounts/{account}", editAccount, {
    tag,
    summary: "Changes an account; what the body leaves out stays",
    ifMatch: "needed",
    without: ["id"],
    input: editedAccount,
    answer: Saved.extend({
      held: z.number().int().describe("This many open orders are held because the account is now inactive."),
    }),
    tell: (saved) => saved,
  }),
  lists("/accounts/{account}/payments", listPayments, {
    tag,
    summary: "Lists what an account paid, newest first",
    deprecated: { since: "2026-11-26", sunset: "2027-11-26", instead: "/payments?account=CODE" },
    parameters: z.object({
      sort: z
        .enum(["received", "-received", "amount", "-amount", "recorded", "-recorded"])
        .default("-recorded"),
    }),
    input: async (filters, asked, ctx) => ({ ...filters, accountId: await accountId(ctx, asked) }),
    row: Payment,
    tell: tellPayment,
  }),
  does("POST", "/accounts/{account}/payments", recordPayment, {
    tag,
    summary: "Records a payment, which pays the named or else the oldest invoices",
    status: 201,
    without: ["accountId"],
    input: async (ctx, asked) => ({ ...asked.body, accountId: await accountId(ctx, asked) }),
    answer: PaymentRecorded,
    tell: async (recorded, ctx) => tellRecordedPayment(recorded, await organizationCurrency(ctx)),
  }),
  does("POST", "/payments/{paymentId}/reverse", reversePayment, {
    tag: "Payments",
    summary: "Takes a mistaken payment back",
    answer: z
      .object({ id: z.uuid(), outstandingAgain: Money, creditGone: Money })
      .meta({ id: "PaymentReversed" }),
    tell: async ({ id, outstandingAgain, creditGone }, ctx) => {
      const currency = await organizationCurrency(ctx);
      return {
        id,
        outstandingAgain: money(outstandingAgain, currency),
        creditGone: money(creditGone, currency),
      };
    },
  }),
];
