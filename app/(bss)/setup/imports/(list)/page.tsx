import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { listImports } from "@/lib/server/imports/queries/imports";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { Section } from "../../../_components/section";
import { ImportTable } from "../_components/import-table";
import { ImportUpload } from "../_components/import-upload";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage({ searchParams }: PageProps<"/setup/imports">) {
  const ctx = await requireCtx("import:run");
  return (
    <>
      <PageHeader
        title="Imports"
        meta="Bring accounts, products, orders and opening balances from another system. You see what becomes of each row before you start."
      />
      <ImportUpload />
      <RefreshOnChange topic="imports" every={1000}>
        <Section title="Earlier imports">
          <ImportTable page={await listImports(ctx, await searchParams)} />
        </Section>
      </RefreshOnChange>
    </>
  );
}
