import "server-only";
import { z } from "zod";
import { formatAmount } from "@/lib/domain/values/money";
import { ok, refuse } from "@/lib/domain/values/result";
import { lockCredit } from "../../../billing/credit";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { customers } from "../../customer";
import { openPage, openRequest, requireDriver } from "../open";

/** Names an invoice of the account. The server knows how much of it is outstanding. */
const PayInvoiceInput = z.strictObject({ number: z.string().regex(/^[A-Z0-9-]{1,40}$/) });

/**
 * Opens a payment of an invoice's outstanding amount and answers the provider's page for it. Asking again for the same
 * amount gives the same payment. See docs/domain.md, section 5. @throws NotFound
 */
export const payInvoice = command({
  name: "own-invoice.pay",
  caller: customers("storefront:pay"),
  input: PayInvoiceInput,
  output: z.object({ page: z.string() }),
  refusals: refusals("invoice_paid", "no_provider", "no_answer"),
  prepare: requireDriver,
  async run({ tx, ctx, who: customer, prepared: driver }, { number }) {
    const { accountId } = customer;
    await lockCredit(tx, ctx, accountId);
    const invoice = await tx.invoice.findFirst({
      where: { organizationId: ctx.organizationId, accountId, number },
      select: { id: true, outstanding: true, currency: true },
    });
    if (!invoice) throw new NotFound("invoice", number);
    const { id: invoiceId, outstanding, currency } = invoice;
    if (outstanding.isZero()) return refuse({ reason: "invoice_paid" as const });
    const amount = formatAmount(outstanding, currency);
    return ok(await openRequest(tx, customer, driver, { for: { invoiceId }, amount, currency }));
  },
  finish: ({ ctx }, { number }, request) => openPage(ctx, request, `Invoice ${number}`),
});
