import type { Metadata } from "next";
import { getOwnCreditNote } from "@/lib/server/storefront/billing/queries/own-credit-notes";
import { requireCustomer } from "@/lib/server/storefront/session";
import { BillSheet } from "../../../../_components/bill/bill-sheet";
import { creditNoteWords, shopLinks } from "../../../../_components/bill/bill-words";
import { PdfLink } from "../../../../_components/bill/pdf-link";
import { PrintButton } from "../../../../_components/bill/print-button";
import { found } from "../../../../_components/found";
import classes from "../../../_components/billing/billing.module.css";

type Props = PageProps<"/storefront/billing/credit-notes/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Credit note ${(await params).number}` };
}

export default async function OwnCreditNotePage({ params }: Props) {
  const customer = await requireCustomer("storefront:read-bills");
  const note = await found(getOwnCreditNote, customer, (await params).number);
  const words = creditNoteWords(note, shopLinks(note));
  return (
    <>
      <div className={classes.head}>
        <h1>{words.title}</h1>
        <div className={classes.actions}>
          <PrintButton />
          <PdfLink href={`/storefront/billing/credit-notes/${note.number}/pdf`} />
        </div>
      </div>
      <BillSheet bill={note} words={words} />
    </>
  );
}
