import "server-only";
import { z } from "zod";
import { accountTypes } from "@/lib/domain/account";
import { languages } from "@/lib/domain/messages/message";
import type { AccountDetail, AccountRow } from "../../../accounts/queries/accounts";
import { Money, money, moneyOrNull } from "../money";
import { AccountReference, ExternalId, Time } from "./fields";

export const AccountSummary = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    country: z.string().nullable(),
    active: z.boolean(),
    creditLimit: Money.nullable().describe("If this is null, the credit is unlimited."),
    unpaid: Money,
    paidAhead: Money,
    reserved: Money.describe("These payments are kept for single orders."),
    available: Money.nullable().describe(
      "The account can owe this much more. If this is null, the credit is unlimited.",
    ),
  })
  .meta({ id: "AccountSummary" });

export function tellAccountRow({ currency, ...row }: AccountRow): z.input<typeof AccountSummary> {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    email: row.email,
    country: row.country,
    active: row.active,
    creditLimit: moneyOrNull(row.creditLimit, currency),
    unpaid: money(row.unpaid, currency),
    paidAhead: money(row.paidAhead, currency),
    reserved: money(row.reserved, currency),
    available: moneyOrNull(row.available, currency),
  };
}

export const Account = z
  .object({
    ...AccountSummary.shape,
    version: z.number().int(),
    externalId: ExternalId,
    createdAt: Time,
    type: z.enum(accountTypes),
    billingTo: AccountReference.nullable().describe(
      "This account pays the invoices. If this is null, the account pays its own.",
    ),
    reseller: AccountReference.nullable(),
    orderApproval: z.boolean(),
    language: z.enum(languages),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    vatId: z.string().nullable(),
  })
  .meta({ id: "Account" });

export function tellAccount(account: AccountDetail): z.input<typeof Account> {
  return {
    ...tellAccountRow(account),
    version: account.version,
    externalId: account.externalId,
    createdAt: account.createdAt,
    type: account.type,
    billingTo: account.billingTo,
    reseller: account.reseller,
    orderApproval: account.orderApproval,
    language: account.language,
    street: account.street,
    postalCode: account.postalCode,
    city: account.city,
    region: account.region,
    vatId: account.vatId,
  };
}
