import { Money } from "@/components/format/money";
import { Percent } from "@/components/format/numbers";
import { Link } from "@/components/layout/link";
import { type CreditUse, creditUse } from "@/lib/domain/credit";
import { amount } from "@/lib/domain/values/money";
import { Credit } from "./credit";
import classes from "./credit-panel.module.css";

interface CreditPanelProps {
  creditLimit: string | null;
  unpaid: string;
  paidAhead: string;
  reserved: string;
  outstanding: string;
  available: string | null;
  currency: string;
  billingTo: { code: string; name: string } | null;
}

/** Shows what the account may still owe, and how that comes about: docs/domain.md, section 4. */
export function CreditPanel(credit: CreditPanelProps) {
  const { creditLimit, outstanding, currency } = credit;
  const use = creditUse({
    limit: creditLimit === null ? null : amount(creditLimit),
    outstanding: amount(outstanding),
  });
  return (
    <section aria-label="Credit" className={classes.panel}>
      <dl className={classes.figures}>
        <div>
          <dt>Credit limit</dt>
          <dd>
            <Credit {...credit} of="creditLimit" />
          </dd>
        </div>
        <div data-sign="−">
          <dt>Unpaid invoices</dt>
          <dd>
            <Money amount={credit.unpaid} currency={currency} />
          </dd>
        </div>
        <div data-sign="+">
          <dt>Paid ahead</dt>
          <dd>
            <Money amount={credit.paidAhead} currency={currency} />
          </dd>
        </div>
        <div data-sign="=">
          <dt>Available credit</dt>
          <dd>
            <Credit {...credit} of="available" />
          </dd>
        </div>
      </dl>
      {Number(credit.reserved) > 0 && (
        <p>
          Customers also paid <Money amount={credit.reserved} currency={currency} /> for single orders. It is
          reserved for those and does not count as available credit.
        </p>
      )}
      {credit.billingTo ? (
        <p>
          Its orders are invoiced to{" "}
          <Link href={`/accounts/${credit.billingTo.code}`}>{credit.billingTo.name}</Link>, whose credit
          counts for them.
        </p>
      ) : (
        <>
          {"percent" in use && (
            <div className={classes.bar} aria-hidden="true">
              <div
                className={classes.used}
                data-level={use.level}
                style={{ width: `${Math.min(use.percent, 100)}%` }}
              />
            </div>
          )}
          <p>
            <Sentence use={use} />
          </p>
        </>
      )}
    </section>
  );
}

function Sentence({ use }: { use: CreditUse }) {
  switch (use.level) {
    case "unlimited":
      return "It has no limit: credit never holds its orders, whatever it owes.";
    case "never_owes":
      return "This account may never owe: it pays before its orders are executed.";
    case "full":
      return "The limit is used up: orders that cost anything wait until invoices are paid.";
    default:
      return (
        <>
          <Percent value={use.percent} /> of the limit is in use.
        </>
      );
  }
}
