import { amount, formatAmount, sum } from "../values/money";
import type { TaxAtRate } from "./billing-document";

type TaxedLine = { taxRate: string; net: string; tax: string };

/**
 * Returns the net and tax at each rate, the highest rate first. The amounts are sums of the lines' own, so they add up
 * to the document's totals exactly: docs/domain.md, section 3, "Documents".
 */
export function taxesByRate(lines: readonly TaxedLine[], currency: string): TaxAtRate[] {
  const rateOf = ({ taxRate }: TaxedLine) => amount(taxRate).toFixed();
  return [...new Set(lines.map(rateOf))]
    .sort((one, other) => amount(other).comparedTo(one))
    .map((rate) => {
      const taxed = lines.filter((line) => rateOf(line) === rate);
      const total = (of: "net" | "tax") => formatAmount(sum(taxed.map((line) => line[of])), currency);
      return { rate, net: total("net"), tax: total("tax") };
    });
}
