import type { ReactNode } from "react";
import { DateText } from "./date";
import { Money } from "./money";
import { Percent, Quantity } from "./numbers";
import classes from "./priced-lines.module.css";

/** Amounts are exact decimal text in one currency. */
export interface PricedLine {
  id: string;
  description: string;
  /** Under the description: what the product was configured with. */
  details?: string[];
  /** How far it is. */
  state?: ReactNode;
  quantity: number;
  unitPrice: string;
  /** After the unit price: "/ month". */
  period?: string;
  /** First and last day of what is charged, without a last one where it has no end. */
  service?: { from: string; to: string | null } | null;
  discountPercent: string;
  taxRate: string;
  /** What the line comes to. */
  amount: string;
}

interface PricedLinesProps {
  /** Names the table. */
  label: string;
  lines: readonly PricedLine[];
  currency: string;
  /** What the last column is: net, or with tax. */
  amount: "Net" | "Total";
}

/** Products and what they come to, to be read and printed; on a phone each line is a block of its own. */
export function PricedLines({ label, lines, currency, amount }: PricedLinesProps) {
  const withState = lines.some(({ state }) => state !== undefined);
  return (
    <table className={classes.lines} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Product</th>
          {withState && <th scope="col">Delivery</th>}
          {["Quantity", "Unit price", "Discount", "Tax", amount].map((name) => (
            <th key={name} scope="col" data-align="end">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.description}
              {line.service && (
                <small>
                  <DateText value={line.service.from} /> –{" "}
                  {line.service.to && <DateText value={line.service.to} />}
                </small>
              )}
              {line.details?.map((detail) => (
                <small key={detail}>{detail}</small>
              ))}
            </th>
            {withState && <td data-label="Delivery">{line.state}</td>}
            <td data-align="end" data-label="Quantity">
              <Quantity value={line.quantity} />
            </td>
            <td data-align="end" data-label="Unit price">
              <span>
                <Money amount={line.unitPrice} currency={currency} />{" "}
                {line.period && <small>{line.period}</small>}
              </span>
            </td>
            <td data-align="end" data-label="Discount">
              {Number(line.discountPercent) > 0 ? <Percent value={line.discountPercent} /> : "–"}
            </td>
            <td data-align="end" data-label="Tax">
              <Percent value={line.taxRate} />
            </td>
            <td data-align="end" data-label={amount}>
              <Money amount={line.amount} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
