import { DateText } from "@/components/date";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { PricedLines } from "@/components/priced-lines";
import { countryName } from "@/lib/domain/address";
import type { Bill } from "@/lib/server/billing/bill";
import classes from "./bill-sheet.module.css";
import type { BillFact, BillWords } from "./bill-words";
import { DueDate } from "./due-date";

interface BillSheetProps {
  bill: Bill;
  words: BillWords;
  /** The account's page, for those who may see it. */
  accountHref?: string;
}

/** An invoice or a credit note as it is read and printed. */
export function BillSheet({ bill, words: { title, facts, after }, accountHref }: BillSheetProps) {
  const { account, currency } = bill;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <article className={classes.sheet} aria-label={title}>
      <header className={classes.head}>
        <div>
          <p className={classes.seller}>{bill.seller}</p>
          <p className={classes.label}>Billed to</p>
          <p>{accountHref ? <Link href={accountHref}>{account.name}</Link> : account.name}</p>
          {account.email && <p>{account.email}</p>}
          {account.country && <p>{countryName(account.country, "en")}</p>}
        </div>
        <dl className={classes.facts}>
          {facts.map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>
                <Fact fact={fact} />
              </dd>
            </div>
          ))}
        </dl>
      </header>
      <PricedLines
        label="Lines"
        lines={bill.lines.map((line) => ({ ...line, amount: line.net }))}
        currency={currency}
        amount="Net"
      />
      <dl className={classes.totals}>
        <div>
          <dt>Net</dt>
          <dd>{money(bill.netTotal)}</dd>
        </div>
        <div>
          <dt>Tax</dt>
          <dd>{money(bill.taxTotal)}</dd>
        </div>
        <div data-total>
          <dt>Total</dt>
          <dd>{money(bill.total)}</dd>
        </div>
        <div>
          <dt>{after.name}</dt>
          <dd>{money(after.amount)}</dd>
        </div>
      </dl>
    </article>
  );
}

function Fact({ fact }: { fact: BillFact }) {
  if ("text" in fact) return fact.href ? <Link href={fact.href}>{fact.text}</Link> : fact.text;
  if (fact.outstanding === undefined) return <DateText value={fact.day} />;
  return <DueDate dueDate={fact.day} outstanding={fact.outstanding} />;
}
