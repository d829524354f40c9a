import { Money } from "@/components/money";
import type { InvoiceLineRow } from "@/lib/server/billing/queries";
import classes from "./invoice.module.css";

/** What was charged; on a phone each line is a block of its own, so that nothing scrolls sideways. */
export function InvoiceLines({ lines, currency }: { lines: InvoiceLineRow[]; currency: string }) {
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col" data-align="end">
            Quantity
          </th>
          <th scope="col" data-align="end">
            Unit price
          </th>
          <th scope="col" data-align="end">
            Discount
          </th>
          <th scope="col" data-align="end">
            Tax
          </th>
          <th scope="col" data-align="end">
            Net
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.description}</th>
            <td data-align="end" data-label="Quantity">
              {line.quantity}
            </td>
            <td data-align="end" data-label="Unit price">
              <Money amount={line.unitPrice} currency={currency} />
            </td>
            <td data-align="end" data-label="Discount">
              {line.discountPercent === "0" ? "–" : `${line.discountPercent} %`}
            </td>
            <td data-align="end" data-label="Tax">
              {line.taxRate} %
            </td>
            <td data-align="end" data-label="Net">
              <Money amount={line.net} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
