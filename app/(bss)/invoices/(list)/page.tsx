import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { listInvoices } from "@/lib/server/billing/queries/invoices";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { accountFilter } from "../../_components/account-filter";
import { InvoiceTable } from "../_components/invoice-table";

export const metadata: Metadata = { title: "Invoices" };

export default async function InvoicesPage({ searchParams }: PageProps<"/invoices">) {
  const ctx = await requireCtx("invoice:read");
  const params = await searchParams;
  const [page, account] = await Promise.all([listInvoices(ctx, params), accountFilter(ctx, params.account)]);
  return (
    <>
      <PageHeader
        title="Invoices"
        secondary={
          <LinkButton href="/invoices/credit-notes" variant="default">
            Credit notes
          </LinkButton>
        }
      />
      <InvoiceTable page={page} filters={account} />
    </>
  );
}
