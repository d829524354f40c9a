import type { Metadata } from "next";
import { Percent } from "@/components/format/numbers";
import { Link } from "@/components/layout/link";
import { productTypeLabels } from "@/lib/domain/product";
import { may } from "@/lib/server/kernel/ctx";
import { requireCustomer } from "@/lib/server/storefront/session";
import { getCatalogueProduct } from "@/lib/server/storefront/shop/queries/catalogue";
import { found } from "../../../_components/found";
import { BuyForm } from "../../_components/catalogue/buy-form";
import classes from "../../_components/catalogue/product-page.module.css";
import { Price } from "../../_components/price/price";

export async function generateMetadata({
  params,
}: PageProps<"/storefront/products/[code]">): Promise<Metadata> {
  const product = await found(
    getCatalogueProduct,
    await requireCustomer("storefront:browse"),
    (await params).code,
  );
  return { title: product.name };
}

export default async function ProductPage({ params }: PageProps<"/storefront/products/[code]">) {
  const customer = await requireCustomer("storefront:browse");
  const product = await found(getCatalogueProduct, customer, (await params).code);
  const mayBuy = may(customer.ctx, "storefront:buy");
  const { name, description, type, nonAutomatic } = product;
  return (
    <>
      <p className={classes.back}>
        <Link href="/storefront">Catalogue</Link>
      </p>
      <div className={classes.columns}>
        <div className={classes.words}>
          <h1>{name}</h1>
          <p className={classes.type}>{productTypeLabels[type]}</p>
          <p>{description}</p>
          {nonAutomatic && (
            <p className={classes.note}>
              Our staff sets this up for you. Order this separately from products that start immediately.
            </p>
          )}
        </div>
        <div className={classes.buy}>
          <p className={classes.price}>
            <Price amount={product.price} currency={product.currency} billingPeriod={product.billingPeriod} />
          </p>
          <p className={classes.tax}>
            Plus <Percent value={product.taxRate} /> tax. You see the total with tax before you order.
          </p>
          {mayBuy ? (
            <BuyForm product={product} />
          ) : (
            <p>
              Your role in this account does not include ordering. An account administrator can give you
              another one.
            </p>
          )}
        </div>
      </div>
    </>
  );
}
