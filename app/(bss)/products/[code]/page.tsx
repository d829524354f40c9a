import type { Metadata } from "next";
import { Money } from "@/components/format/money";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { formatNumber, formatPercent } from "@/lib/domain/format/format";
import { billingPeriodLabels, productTypeLabels } from "@/lib/domain/product";
import { provisioningDriverLabels } from "@/lib/domain/provisioning";
import { kindOf, type ValueKinds, valueKindLabels } from "@/lib/domain/values/value-kind";
import { may } from "@/lib/server/kernel/ctx";
import { getProduct } from "@/lib/server/products/queries/products";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../_components/found";
import { Facts } from "../../_components/facts";

export async function generateMetadata({ params }: PageProps<"/products/[code]">): Promise<Metadata> {
  const ctx = await requireCtx("product:read");
  const product = await found(getProduct, ctx, (await params).code);
  return { title: product.name };
}

export default async function ProductPage({ params }: PageProps<"/products/[code]">) {
  const ctx = await requireCtx("product:read");
  const product = await found(getProduct, ctx, (await params).code);
  const { currency, billingPeriod } = product;
  return (
    <>
      <PageHeader
        title={product.name}
        meta={product.active ? product.code : `${product.code}, inactive`}
        primary={
          may(ctx, "product:save") && (
            <LinkButton href={`/products/${product.code}/edit`} variant="default">
              Edit
            </LinkButton>
          )
        }
      />
      <Facts
        facts={[
          { label: "Description", value: product.description, wide: true },
          product.externalId !== null && { label: "External ID", value: product.externalId },
          { label: "Type", value: productTypeLabels[product.type] },
          {
            label: "Price",
            value: (
              <>
                <Money amount={product.price} currency={currency} /> {billingPeriodLabels[billingPeriod]}
              </>
            ),
          },
          { label: "Cost", value: <Money amount={product.cost} currency={currency} /> },
          { label: "Tax", value: formatPercent(product.taxRate, ctx.locale) },
          product.type === "subscription" && {
            label: "Free trial",
            value: product.trialDays
              ? `${product.trialDays} days, up to ${formatNumber(product.trialMaxQuantity ?? 0, ctx.locale)} units`
              : "None",
          },
          {
            label: "Executed by",
            value: product.nonAutomatic ? "A BSS user only" : "Anybody, also automatically",
          },
          product.type !== "one_off" && {
            label: "Provisioned",
            value: product.vendor
              ? `By ${product.vendor.name}`
              : provisioningDriverLabels[product.provisioningDriver],
          },
          {
            label: "Needed before execution",
            value:
              product.requiredConfiguration.map((name) => named(name, product.valueKinds)).join(", ") ||
              "Nothing",
          },
        ]}
      />
    </>
  );
}

/** Names a value: "Hostname", or "Server (hostname)" where its name does not say of which kind it is. */
function named(name: string, kinds: ValueKinds): string {
  const kind = kindOf(kinds, name);
  const label = valueKindLabels[kind].toLowerCase();
  return kind === "text" || label === name.toLowerCase() ? name : `${name} (${label})`;
}
