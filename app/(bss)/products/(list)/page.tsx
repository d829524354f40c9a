import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/server/kernel/ctx";
import { listProducts } from "@/lib/server/products/queries/products";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { ProductTable } from "../_components/product-table";

export const metadata: Metadata = { title: "Products" };

export default async function ProductsPage({ searchParams }: PageProps<"/products">) {
  const ctx = await requireCtx("product:read");
  const page = await listProducts(ctx, await searchParams);
  const mayCreate = may(ctx, "product:save");
  return (
    <>
      <PageHeader
        title="Products"
        primary={mayCreate && <LinkButton href="/products/new">New product</LinkButton>}
      />
      <ProductTable page={page} mayCreate={mayCreate} />
    </>
  );
}
