import type { Basket } from "@/lib/server/storefront/basket/read";
import { PayMissing } from "./pay-missing";
import { Ribbon } from "./ribbon";

/** Tells before the order is placed that it would wait for credit, and by how much it exceeds it. */
export function CreditRibbon({ basket: { code, credit, currency, mayPay } }: { basket: Basket }) {
  if (!credit) return null;
  return (
    <Ribbon role="alert">
      <p>
        <b>{credit.sentence}</b> You can place the order all the same: {lowered(credit.wayOut)}
      </p>
      {mayPay && credit.missing && <PayMissing code={code} missing={credit.missing} currency={currency} />}
    </Ribbon>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
