import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { getCompany } from "@/lib/server/organizations/queries";
import { requireCtx } from "@/lib/server/session";
import { CompanyForm } from "./_components/company-form";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage() {
  const ctx = await requireCtx("organization:save");
  const company = await getCompany(ctx);
  return (
    <>
      <PageHeader title="Company" meta={company.name} />
      <CompanyForm company={company} timeZones={Intl.supportedValuesOf("timeZone")} />
    </>
  );
}
