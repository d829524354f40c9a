import type { Metadata } from "next";
import { getOwnInvoice, type OwnInvoice } from "@/lib/server/storefront/billing";
import { requireCustomer } from "@/lib/server/storefront/session";
import { BillSheet } from "../../../../_components/bill/bill-sheet";
import { type BillWords, invoiceWords } from "../../../../_components/bill/bill-words";
import { PrintButton } from "../../../../_components/bill/print-button";
import { found } from "../../../../_components/found";
import classes from "../../../_components/billing.module.css";

export async function generateMetadata({
  params,
}: PageProps<"/storefront/billing/invoices/[number]">): Promise<Metadata> {
  return { title: `Invoice ${(await params).number}` };
}

export default async function OwnInvoicePage({ params }: PageProps<"/storefront/billing/invoices/[number]">) {
  const invoice = await found(getOwnInvoice(await requireCustomer(), (await params).number));
  const words = ownWords(invoice);
  return (
    <>
      <div className={classes.head}>
        <h1>{words.title}</h1>
        <PrintButton />
      </div>
      <BillSheet bill={invoice} words={words} />
    </>
  );
}

/** As staff see it, with the links of the shop. */
function ownWords(invoice: OwnInvoice): BillWords {
  const words = invoiceWords(invoice);
  const { ownOrder } = invoice;
  return {
    ...words,
    facts: words.facts.map((fact) => {
      if (!("text" in fact)) return fact;
      const { name, text } = fact;
      return name === "Order" && ownOrder
        ? { name, text, href: `/storefront/billing/orders/${ownOrder}` }
        : { name, text };
    }),
  };
}
