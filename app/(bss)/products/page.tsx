import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { listProducts } from "@/lib/server/products/queries";
import { requireCtx } from "@/lib/server/session";
import { ProductTable } from "./_components/product-table";

export const metadata: Metadata = { title: "Products" };

export default async function ProductsPage({ searchParams }: PageProps<"/products">) {
  const ctx = await requireCtx("product:read");
  const page = await listProducts(ctx, await searchParams);
  return (
    <>
      <PageHeader title="Products" />
      <ProductTable page={page} />
    </>
  );
}
