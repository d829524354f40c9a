import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getProduct } from "@/lib/server/products/queries/products";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { vendorOptions } from "@/lib/server/vendors/queries/vendors";
import { found } from "../../../../_components/found";
import { ProductForm } from "../../_components/product-form";

export const metadata: Metadata = { title: "Edit product" };

export default async function EditProductPage({ params }: PageProps<"/products/[code]/edit">) {
  const ctx = await requireCtx("product:save");
  const product = await found(getProduct, ctx, (await params).code);
  return (
    <>
      <PageHeader title={`Edit ${product.name}`} meta={product.code} />
      <ProductForm product={product} currency={product.currency} vendors={await vendorOptions(ctx)} />
    </>
  );
}
