import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { listVendors } from "@/lib/server/vendors/queries/vendors";
import { VendorTable } from "../_components/vendor-table";

export const metadata: Metadata = { title: "Vendors" };

export default async function VendorsPage({ searchParams }: PageProps<"/setup/vendors">) {
  const ctx = await requireCtx("vendor:save");
  const page = await listVendors(ctx, await searchParams);
  return (
    <>
      <PageHeader title="Vendors" primary={<LinkButton href="/setup/vendors/new">New vendor</LinkButton>} />
      <VendorTable page={page} />
    </>
  );
}
