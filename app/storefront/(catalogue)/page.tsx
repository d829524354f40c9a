import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { LinkButton } from "@/components/layout/link-button";
import { ListCatalogueInput } from "@/lib/schemas/storefront";
import { requireCustomer } from "@/lib/server/storefront/session";
import { listCatalogue } from "@/lib/server/storefront/shop/queries/catalogue";
import classes from "../_components/catalogue/catalogue.module.css";
import { CatalogueSearch } from "../_components/catalogue/catalogue-search";
import { ProductCard } from "../_components/catalogue/product-card";
import { Pages } from "../_components/frame/pages";

export const metadata: Metadata = { title: "Catalogue" };

export default async function CataloguePage({ searchParams }: PageProps<"/storefront">) {
  const customer = await requireCustomer("storefront:browse");
  const input = await searchParams;
  const { q } = ListCatalogueInput.parse(input);
  const page = await listCatalogue(customer, input);

  return (
    <>
      <div className={classes.head}>
        <h1>Catalogue</h1>
        <CatalogueSearch q={q} />
      </div>
      {page.rows.length === 0 ? (
        q ? (
          <EmptyState
            title={`Nothing found for “${q}”`}
            action={
              <LinkButton href="/storefront" variant="default">
                Show all products
              </LinkButton>
            }
          >
            Try another word, or look through all products.
          </EmptyState>
        ) : (
          <EmptyState title="There is nothing to buy yet">
            Products appear here once they are sold.
          </EmptyState>
        )
      ) : (
        <>
          {page.similar && (
            <p role="status" className={classes.similar}>
              No product is called “{q}”. You may mean one of these.
            </p>
          )}
          <div className={classes.products}>
            {page.rows.map((product) => (
              <ProductCard key={product.id} product={product} />
            ))}
          </div>
        </>
      )}
      <Pages label="Pages of the catalogue" page={page} />
    </>
  );
}
