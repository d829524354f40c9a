import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Percent } from "@/components/format/numbers";
import { PricedLines } from "@/components/format/priced-lines";
import { Link } from "@/components/layout/link";
import { billingPeriodLabels } from "@/lib/domain/product";
import type { Bill } from "@/lib/server/billing/bill";
import classes from "./bill-sheet.module.css";
import type { BillFact, BillWords } from "./bill-words";
import { DueDate } from "./due-date";
import { SellerFoot } from "./seller-foot";

interface BillSheetProps {
  bill: Bill;
  words: BillWords;
  /** Is the account's page, for people who may see it. */
  accountHref?: string;
}

/** Shows an invoice, an opening balance or a credit note, to be read and printed. */
export function BillSheet({ bill, words: { title, facts, after, instead }, accountHref }: BillSheetProps) {
  const { seller, buyer, currency, accentColor } = bill;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <article
      className={classes.sheet}
      aria-label={title}
      style={accentColor ? { borderTop: `3px solid ${accentColor}` } : undefined}
    >
      <header className={classes.letterhead}>
        {bill.logoId && (
          // biome-ignore lint/performance/noImgElement: its bytes are the database's, and it is small
          <img src={`/logo/${bill.logoId}`} alt="" className={classes.logo} />
        )}
        <div>
          <p className={classes.seller}>{seller.legalName}</p>
          <Lines lines={seller.address} />
        </div>
      </header>
      <div className={classes.head}>
        <div>
          <p className={classes.label}>Billed to</p>
          <p>{accountHref ? <Link href={accountHref}>{buyer.name}</Link> : buyer.name}</p>
          <Lines lines={buyer.address} />
          {buyer.email && <p>{buyer.email}</p>}
          {buyer.vatId && <p>VAT ID {buyer.vatId}</p>}
        </div>
        <dl className={classes.facts}>
          {[...facts, { name: "Customer number", text: buyer.code }].map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>
                <Fact fact={fact} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {instead ? (
        <div className={classes.instead}>
          <p>{instead.text}</p>
          {instead.note && <p>{instead.note}</p>}
        </div>
      ) : (
        <PricedLines
          label="Lines"
          lines={bill.lines.map(({ servicePeriod, billingPeriod, ...line }) => ({
            ...line,
            service: servicePeriod,
            period: billingPeriodLabels[billingPeriod],
            amount: line.net,
          }))}
          currency={currency}
          amount="Net"
        />
      )}
      <dl className={classes.totals}>
        {!instead && (
          <div>
            <dt>Net</dt>
            <dd>{money(bill.netTotal)}</dd>
          </div>
        )}
        {bill.taxes.map(({ rate, net, tax }) => (
          <div key={rate}>
            <dt>
              Tax <Percent value={rate} /> on {money(net)}
            </dt>
            <dd>{money(tax)}</dd>
          </div>
        ))}
        <div data-total>
          <dt>Total</dt>
          <dd>{money(bill.total)}</dd>
        </div>
        <div>
          <dt>{after.name}</dt>
          <dd>{money(after.amount)}</dd>
        </div>
      </dl>
      <SellerFoot seller={seller} />
    </article>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and none moves
  return lines.map((line, index) => <p key={index}>{line}</p>);
}

function Fact({ fact }: { fact: BillFact }) {
  if ("text" in fact) return fact.href ? <Link href={fact.href}>{fact.text}</Link> : fact.text;
  if (fact.outstanding === undefined) return <DateText value={fact.day} />;
  return <DueDate dueDate={fact.day} outstanding={fact.outstanding} />;
}
