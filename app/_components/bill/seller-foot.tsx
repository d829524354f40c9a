import { Fragment } from "react";
import type { Seller } from "@/lib/domain/billing-document/billing-document";
import { groupedIban } from "@/lib/domain/values/iban";
import classes from "./bill-sheet.module.css";

/** Tells how the seller is reached, registered and paid, as far as that is known. */
export function SellerFoot({ seller }: { seller: Seller }) {
  const { bank } = seller;
  const parts = [
    {
      title: "Contact",
      rows: [
        ["Email", seller.email],
        ["Phone", seller.phone],
        ["Website", seller.website],
      ],
    },
    {
      title: "Company",
      rows: [
        ["VAT ID", seller.vatId],
        ["Registration", seller.registrationNumber],
      ],
    },
    {
      title: "Bank account",
      rows: [
        ["Holder", bank?.accountHolder],
        ["Bank", bank?.bankName],
        ["IBAN", bank?.iban && groupedIban(bank.iban)],
        ["BIC", bank?.bic],
      ],
    },
  ].flatMap(({ title, rows }) => {
    const known = rows.filter(([, value]) => value);
    return known.length > 0 ? [{ title, known }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <footer className={classes.foot}>
      {parts.map(({ title, known }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <dl>
            {known.map(([name, value]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </footer>
  );
}
