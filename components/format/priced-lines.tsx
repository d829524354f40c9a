import type { ReactNode } from "react";
import { DateText } from "./date";
import { Money } from "./money";
import { Percent, Quantity } from "./numbers";
import classes from "./priced-lines.module.css";

/** Describes a line, whose amounts are exact decimal text in one currency. */
export interface PricedLine {
  id: string;
  description: string;
  /** Tells below the description how the product was configured. */
  details?: string[];
  /** Tells how far the line is. */
  state?: ReactNode;
  quantity: number;
  unitPrice: string;
  /** Stands after the unit price, such as "/ month". */
  period?: string;
  /** Holds the first and last day that are charged, without a last one where there is no end. */
  service?: { from: string; to: string | null } | null;
  discountPercent: string;
  taxRate: string;
  /** Is the line's amount. */
  amount: string;
}

interface PricedLinesProps {
  /** Names the table. */
  label: string;
  lines: readonly PricedLine[];
  currency: string;
  /** Names the last column: net, or with tax. */
  amount: "Net" | "Total";
}

/** Lists products and their amounts, to be read and printed. On a phone each line is a block of its own. */
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
