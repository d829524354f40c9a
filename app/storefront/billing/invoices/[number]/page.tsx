import type { Metadata } from "next";
import { Money } from "@/components/format/money";
import { may } from "@/lib/server/kernel/ctx";
import { getOwnInvoice, type OwnInvoice } from "@/lib/server/storefront/billing/queries/own-bills";
import { paymentOutcome } from "@/lib/server/storefront/payments/queries/own-payments";
import { requireCustomer } from "@/lib/server/storefront/session";
import { BillSheet } from "../../../../_components/bill/bill-sheet";
import { invoiceWords, shopLinks } from "../../../../_components/bill/bill-words";
import { PdfLink } from "../../../../_components/bill/pdf-link";
import { PrintButton } from "../../../../_components/bill/print-button";
import { found } from "../../../../_components/found";
import classes from "../../../_components/billing/billing.module.css";
import { PayInvoice } from "../../../_components/billing/pay-invoice";
import { PaymentResult } from "../../../_components/billing/payment-result";

export async function generateMetadata({
  params,
}: PageProps<"/storefront/billing/invoices/[number]">): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function OwnInvoicePage({
  params,
  searchParams,
}: PageProps<"/storefront/billing/invoices/[number]">) {
  const customer = await requireCustomer("storefront:read-bills");
  const mayPay = may(customer.ctx, "storefront:pay");
  const [invoice, payment] = await Promise.all([
    found(getOwnInvoice, customer, (await params).number),
    mayPay ? paymentOutcome(customer, (await searchParams).payment) : null,
  ]);
  const words = invoiceWords(invoice, shopLinks(invoice));
  return (
    <>
      <div className={classes.head}>
        <h1>{words.title}</h1>
        <div className={classes.actions}>
          {invoice.mayPay && <PayInvoice number={invoice.number} />}
          <PrintButton />
          {!invoice.openingBalance && <PdfLink href={`/storefront/billing/invoices/${invoice.number}/pdf`} />}
        </div>
      </div>
      <PaymentResult payment={payment} paid={<InvoiceOutcome {...invoice} />} />
      <BillSheet bill={invoice} words={words} />
    </>
  );
}

/** Tells what the payment left of it. */
function InvoiceOutcome({ number, openingBalance, outstanding, currency }: OwnInvoice) {
  const title = `${openingBalance ? "Opening balance" : "Invoice"} ${number}`;
  if (Number(outstanding) === 0) return `${title} is paid.`;
  return (
    <>
      <Money amount={outstanding} currency={currency} /> of {title.charAt(0).toLowerCase() + title.slice(1)}{" "}
      is still to be paid.
    </>
  );
}
