import "server-only";
import { randomUUID } from "node:crypto";
import { recordPayment } from "../../billing/commands/record-payment";
import { openInvoicesOf, shownInvoices } from "../../billing/queries/open-invoices";
import { listPayments } from "../../billing/queries/payments";
import { read } from "../../kernel/db";
import { makeAccount, value } from "../factories/basics";
import { makeOrder } from "../factories/orders";
import { makeReservedPayment } from "../factories/payments";
import type { Examples } from "./example";
import { account, addressKinds, each, products, today } from "./shared";

const newKey = () => `key-${randomUUID()}`;

const accountKinds = {
  name: "words",
  email: "open",
  language: "optional",
  ...addressKinds,
  billingToId: "open",
  creditLimit: "openAmount",
  type: "optional",
  resellerId: "open",
  orderApproval: "optionalYes",
} as const;

/** Lists what staff send to the accounts. */
export const accountsExamples: Examples = {
  createAccount: {
    as: "administrator",
    input: account,
    kinds: accountKinds,
    without: ["despiteAccountId"],
  },
  editAccount: {
    as: "administrator",
    input: async (here) => ({
      ...(await account(here)),
      id: (await makeAccount(here)).id,
      version: 1,
      active: true,
    }),
    kinds: { ...accountKinds, active: "yes" },
    without: ["despiteAccountId"],
  },
  recordPayment: {
    input: async (here) => {
      const { id: accountId } = await makeAccount(here);
      const items = [{ productId: (await products(here))[0] ?? "", quantity: 1 }];
      const statusId = here.statuses.Executed ?? "";
      await each(here, () => makeOrder(here, { accountId, items, statusId }));
      const invoices = await read(here.as.operator).invoice.findMany({ where: { accountId } });
      return {
        accountId,
        amount: "5.00",
        receivedOn: today(),
        reference: `Bank ${newKey()}`,
        allocations: invoices.map(({ id }) => ({ invoiceId: id, amount: "0.25" })),
        seen: shownInvoices("EUR", await openInvoicesOf(here.as.operator, accountId)).seen,
      };
    },
    // The field counts only if an earlier payment has the reference.
    without: ["despitePaymentId"],
    kinds: {
      seen: "optional",
      amount: "positiveAmount",
      receivedOn: "open",
      reference: "line",
      allocations: "list",
      "allocations.*.amount": "amount",
    },
  },
  recordOpeningBalance: {
    as: "administrator",
    input: async (here) => ({
      accountId: (await makeAccount(here)).id,
      externalId: `RE ${newKey()}`,
      issueDate: today(),
      dueDate: today(),
      amount: "5.00",
      note: "A note",
    }),
    kinds: {
      externalId: "words",
      amount: "positiveAmount",
      note: "line",
    },
  },
  reversePayment: {
    input: async (here) => {
      const accountId = (await makeAccount(here)).id;
      const { id } = value(await recordPayment(here.as.operator, { accountId, amount: "5" }));
      const { rows } = await listPayments(here.as.operator, { accountId });
      return { paymentId: id, seen: rows[0]?.shown.seen ?? "", reason: "Bounced" };
    },
    kinds: { seen: "optional", reason: "words" },
  },
  releasePayment: {
    input: async (here) => ({ paymentId: (await makeReservedPayment(here)).id }),
  },
};
