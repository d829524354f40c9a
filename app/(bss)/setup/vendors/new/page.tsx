import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { NewVendor } from "../_components/new-vendor";

export const metadata: Metadata = { title: "New vendor" };

export default async function NewVendorPage() {
  await requireCtx("vendor:save");
  return (
    <>
      <PageHeader title="New vendor" />
      <NewVendor />
    </>
  );
}
