import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getInvoice } from "@/lib/server/billing/queries/invoices";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { BillSheet } from "../../../_components/bill/bill-sheet";
import { invoiceWords } from "../../../_components/bill/bill-words";
import { PdfLink } from "../../../_components/bill/pdf-link";
import { PrintButton } from "../../../_components/bill/print-button";
import { found } from "../../../_components/found";
import { InvoicePayments } from "../_components/invoice-payments";

export async function generateMetadata({ params }: PageProps<"/invoices/[number]">): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function InvoicePage({ params }: PageProps<"/invoices/[number]">) {
  const ctx = await requireCtx("invoice:read");
  const invoice = await found(getInvoice, ctx, (await params).number);
  const words = invoiceWords(invoice);
  return (
    <>
      <PageHeader
        title={words.title}
        secondary={
          <>
            <PrintButton />
            {!invoice.openingBalance && <PdfLink href={`/invoices/${invoice.number}/pdf`} />}
          </>
        }
      />
      <BillSheet bill={invoice} words={words} accountHref={`/accounts/${invoice.buyer.code}`} />
      <InvoicePayments invoice={invoice} />
    </>
  );
}
