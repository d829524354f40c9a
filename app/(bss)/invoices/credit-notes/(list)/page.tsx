import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { listCreditNotes } from "@/lib/server/billing/queries/credit-notes";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { accountFilter } from "../../../_components/account-filter";
import { CreditNoteTable } from "../../_components/credit-note-table";

export const metadata: Metadata = { title: "Credit notes" };

export default async function CreditNotesPage({ searchParams }: PageProps<"/invoices/credit-notes">) {
  const ctx = await requireCtx("invoice:read");
  const params = await searchParams;
  const [page, account] = await Promise.all([
    listCreditNotes(ctx, params),
    accountFilter(ctx, params.account),
  ]);
  return (
    <>
      <PageHeader title="Credit notes" />
      <CreditNoteTable page={page} filters={account} />
    </>
  );
}
