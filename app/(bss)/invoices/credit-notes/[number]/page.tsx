import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getCreditNote } from "@/lib/server/billing/queries/credit-notes";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { BillSheet } from "../../../../_components/bill/bill-sheet";
import { creditNoteWords } from "../../../../_components/bill/bill-words";
import { PdfLink } from "../../../../_components/bill/pdf-link";
import { PrintButton } from "../../../../_components/bill/print-button";
import { found } from "../../../../_components/found";

type Props = PageProps<"/invoices/credit-notes/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function CreditNotePage({ params }: Props) {
  const ctx = await requireCtx("invoice:read");
  const note = await found(getCreditNote, ctx, (await params).number);
  const words = creditNoteWords(note);
  return (
    <>
      <PageHeader
        title={words.title}
        secondary={
          <>
            <PrintButton />
            <PdfLink href={`/invoices/credit-notes/${note.number}/pdf`} />
          </>
        }
      />
      <BillSheet bill={note} words={words} accountHref={`/accounts/${note.buyer.code}`} />
    </>
  );
}
