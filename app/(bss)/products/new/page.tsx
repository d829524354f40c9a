import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx, requireSession } from "@/lib/server/sign-in/session/session";
import { vendorOptions } from "@/lib/server/vendors/queries/vendors";
import { ProductForm } from "../_components/product-form";

export const metadata: Metadata = { title: "New product" };

export default async function NewProductPage() {
  const ctx = await requireCtx("product:save");
  const { organization } = await requireSession();
  return (
    <>
      <PageHeader title="New product" />
      <ProductForm product={null} currency={organization.currency} vendors={await vendorOptions(ctx)} />
    </>
  );
}
