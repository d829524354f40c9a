import type { Basket } from "@/lib/server/storefront/basket/queries/get-basket";
import { Ribbon } from "../frame/ribbon";
import { PayMissing } from "./pay-missing";

/** Tells before the order is placed that it would wait: for how much credit, or because its payer is not active. */
export function CreditRibbon({ basket }: { basket: Basket }) {
  const { code, credit, payerInactive, currency, mayPay } = basket;
  if (!credit && !payerInactive) return null;
  return (
    <Ribbon role="alert">
      {payerInactive && (
        <p>
          <b>{payerInactive.sentence}</b> You can place the order, and it then waits. {payerInactive.wayOut}
        </p>
      )}
      {credit && (
        <p>
          <b>{credit.sentence}</b> You can place the order anyway: {lowered(credit.wayOut)}
        </p>
      )}
      {mayPay && credit?.missing && <PayMissing code={code} missing={credit.missing} currency={currency} />}
    </Ribbon>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
