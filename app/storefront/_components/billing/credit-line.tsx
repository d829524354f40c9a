import { Money } from "@/components/format/money";
import type { OwnCredit } from "@/lib/server/storefront/billing/queries/own-bills";
import classes from "./billing.module.css";

/** Tells in one line how much credit the account has. */
export function CreditLine({
  credit: { outstanding, available, reserved, currency },
}: {
  credit: OwnCredit;
}) {
  return (
    <p className={classes.credit}>
      <span>
        To pay: <Money amount={outstanding} currency={currency} />
      </span>
      <span>
        Available credit:{" "}
        {available === null ? "unlimited" : <Money amount={available} currency={currency} />}
      </span>
      {reserved && (
        <span>
          Reserved for orders: <Money amount={reserved} currency={currency} />
        </span>
      )}
    </p>
  );
}
