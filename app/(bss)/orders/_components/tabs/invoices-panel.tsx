import table from "@/components/data-table/data-table.module.css";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { Ctx } from "@/lib/server/kernel/ctx";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { orderInvoices } from "@/lib/server/orders/queries/made";

function whyNone({ movedIn, status }: OrderDetail): string {
  if (movedIn) return "The order moved in from another system. Its invoices are there.";
  return status.type === "cancelled"
    ? "The order was canceled before anything was executed."
    : "Executing the order creates its invoice.";
}

export async function InvoicesPanel({ ctx, order }: { ctx: Ctx; order: OrderDetail }) {
  const invoices = await orderInvoices(ctx, order.code);
  return (
    <div className={table.frame}>
      {invoices.length === 0 ? (
        <EmptyState title="No invoice yet">{whyNone(order)}</EmptyState>
      ) : (
        <table className={table.table} aria-label="Invoices">
          <thead>
            <tr>
              <th scope="col">Invoice</th>
              <th scope="col">Order</th>
              <th scope="col">Billed to</th>
              <th scope="col">Issued</th>
              <th scope="col">Due</th>
              <th scope="col">Credit note</th>
              <th scope="col" data-align="end">
                Outstanding
              </th>
              <th scope="col" data-align="end">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {invoices.map((invoice) => (
              <tr key={invoice.id}>
                <td data-card="title">
                  <Link href={`/invoices/${invoice.number}`}>{invoice.number}</Link>
                </td>
                <td data-label="Order">{invoice.orderCode}</td>
                <td data-label="Billed to">{invoice.billedTo}</td>
                <td data-label="Issued">
                  <DateText value={invoice.issueDate} />
                </td>
                <td data-label="Due">
                  <DateText value={invoice.dueDate} />
                </td>
                <td data-label="Credit note">
                  {invoice.creditNote ? (
                    <Link href={`/invoices/credit-notes/${invoice.creditNote}`}>{invoice.creditNote}</Link>
                  ) : (
                    "–"
                  )}
                </td>
                <td data-label="Outstanding" data-align="end">
                  <Money amount={invoice.outstanding} currency={invoice.currency} />
                </td>
                <td data-card="aside" data-align="end">
                  <Money amount={invoice.total} currency={invoice.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
