import type { Metadata } from "next";
import { DateText } from "@/components/date";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { PageHeader } from "@/components/page-header";
import { getInvoice } from "@/lib/server/billing/queries";
import { requireCtx } from "@/lib/server/session";
import { found } from "../../_components/found";
import { countryName } from "../../accounts/countries";
import { DueDate } from "../_components/due-date";
import classes from "../_components/invoice.module.css";
import { InvoiceLines } from "../_components/invoice-lines";
import { PrintButton } from "../_components/print-button";

export async function generateMetadata({ params }: PageProps<"/invoices/[number]">): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function InvoicePage({ params }: PageProps<"/invoices/[number]">) {
  const ctx = await requireCtx("invoice:read");
  const invoice = await found(getInvoice(ctx, (await params).number));
  const { account, currency } = invoice;
  const paid = Number(invoice.outstanding) === 0;
  return (
    <>
      <PageHeader title={`Invoice ${invoice.number}`} secondary={<PrintButton />} />
      <article className={classes.sheet} aria-label={`Invoice ${invoice.number}`}>
        <header className={classes.head}>
          <div>
            <p className={classes.seller}>{invoice.seller}</p>
            <p className={classes.label}>Billed to</p>
            <p>
              <Link href={`/accounts/${account.code}`}>{account.name}</Link>
            </p>
            {account.email && <p>{account.email}</p>}
            {account.country && <p>{countryName(account.country)}</p>}
          </div>
          <dl className={classes.facts}>
            <dt>Number</dt>
            <dd>{invoice.number}</dd>
            <dt>Order</dt>
            <dd>
              <Link href={`/orders/${invoice.orderCode}`}>{invoice.orderCode}</Link>
            </dd>
            <dt>Issued</dt>
            <dd>
              <DateText value={invoice.issueDate} />
            </dd>
            <dt>Due</dt>
            <dd>
              <DueDate {...invoice} />
            </dd>
          </dl>
        </header>
        <InvoiceLines lines={invoice.lines} currency={currency} />
        <dl className={classes.totals}>
          <dt>Net</dt>
          <dd>
            <Money amount={invoice.netTotal} currency={currency} />
          </dd>
          <dt>Tax</dt>
          <dd>
            <Money amount={invoice.taxTotal} currency={currency} />
          </dd>
          <dt className={classes.total}>Total</dt>
          <dd className={classes.total}>
            <Money amount={invoice.total} currency={currency} />
          </dd>
          <dt>{paid ? "Paid" : "Outstanding"}</dt>
          <dd>
            <Money amount={paid ? invoice.total : invoice.outstanding} currency={currency} />
          </dd>
        </dl>
      </article>
    </>
  );
}
