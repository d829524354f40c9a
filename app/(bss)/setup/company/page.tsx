import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getCompany } from "@/lib/server/organizations/queries/get-company";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { countries } from "../../../_components/countries";
import { Section } from "../../_components/section";
import { CompanyForm } from "./_components/company-form";
import { LogoForm } from "./_components/logo-form";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage() {
  const ctx = await requireCtx("organization:save");
  const { logo, ...company } = await getCompany(ctx);
  return (
    <>
      <PageHeader title="Company" meta={company.name} />
      <CompanyForm company={company} timeZones={Intl.supportedValuesOf("timeZone")} countries={countries()} />
      <Section title="Logo">
        <LogoForm key={logo?.id} logo={logo} name={company.name} />
      </Section>
    </>
  );
}
