import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { count } from "@/lib/domain/format/count";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { getVendor } from "@/lib/server/vendors/queries/vendors";
import { found } from "../../../../_components/found";
import { Section } from "../../../_components/section";
import { EditVendor } from "../_components/edit-vendor";
import { RenewSecret } from "../_components/renew-secret";

export async function generateMetadata({ params }: PageProps<"/setup/vendors/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("vendor:save");
  return { title: (await found(getVendor, ctx, (await params).id)).name };
}

export default async function VendorPage({ params }: PageProps<"/setup/vendors/[id]">) {
  const ctx = await requireCtx("vendor:save");
  const vendor = await found(getVendor, ctx, (await params).id);
  const { products } = vendor;
  return (
    <>
      <PageHeader title={vendor.name} meta={`Provisions ${count(products, "product")}`} />
      <EditVendor vendor={vendor} />
      <Section title="Signing secret">
        <RenewSecret vendor={vendor} />
      </Section>
    </>
  );
}
