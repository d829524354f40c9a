import table from "@/components/data-table/data-table.module.css";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import type { InvoiceDetail } from "@/lib/server/billing/queries/invoices";
import { Section } from "../../_components/section";
import classes from "./invoice-payments.module.css";

/** Lists the payments of an invoice, and how much of it each has paid: docs/domain.md, section 4. */
export function InvoicePayments({ invoice }: { invoice: InvoiceDetail }) {
  if (invoice.payments.length === 0) return null;
  return (
    <div className={classes.payments}>
      <Section
        title="Payments"
        more={{ label: "All payments", href: `/accounts/${invoice.buyer.code}/payments` }}
      >
        <div className={table.frame}>
          <table className={table.table} aria-label="Payments">
            <thead>
              <tr>
                <th scope="col">Received on</th>
                <th scope="col">Reference</th>
                <th scope="col" data-align="end">
                  Allocated to this invoice
                </th>
              </tr>
            </thead>
            <tbody>
              {invoice.payments.map(({ id, receivedOn, reference, amount }) => (
                <tr key={id}>
                  <td data-card="title">
                    <DateText value={receivedOn} />
                  </td>
                  <td data-label="Reference">{reference || "–"}</td>
                  <td data-card="aside" data-align="end">
                    <Money amount={amount} currency={invoice.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </div>
  );
}
