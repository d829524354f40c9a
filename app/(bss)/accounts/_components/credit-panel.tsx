import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { Credit } from "./credit";
import classes from "./credit-panel.module.css";

interface CreditPanelProps {
  creditLimit: string | null;
  outstanding: string;
  available: string | null;
  currency: string;
  billingTo: { code: string; name: string } | null;
}

/** What the account owes and may still owe: docs/domain.md, section 4. */
export function CreditPanel(credit: CreditPanelProps) {
  const share = usedShare(credit);
  const inAdvance = credit.outstanding.startsWith("-");
  return (
    <section aria-label="Credit" className={classes.panel}>
      <dl className={classes.figures}>
        <div>
          <dt>Available credit</dt>
          <dd>
            <Credit {...credit} of="available" />
          </dd>
        </div>
        <div>
          <dt>{inAdvance ? "Paid in advance" : "Outstanding"}</dt>
          <dd>
            <Money amount={credit.outstanding.replace("-", "")} currency={credit.currency} />
          </dd>
        </div>
        <div>
          <dt>Credit limit</dt>
          <dd>
            <Credit {...credit} of="creditLimit" />
          </dd>
        </div>
      </dl>
      {credit.billingTo && (
        <p>
          Its orders are invoiced to{" "}
          <Link href={`/accounts/${credit.billingTo.code}`}>{credit.billingTo.name}</Link>, whose credit
          counts for them.
        </p>
      )}
      {share !== null && !credit.billingTo && (
        <>
          <div className={classes.bar} aria-hidden="true">
            <div
              className={classes.used}
              data-level={level(share)}
              style={{ width: `${Math.min(share, 100)}%` }}
            />
          </div>
          <p>{sentence(credit, share)}</p>
        </>
      )}
    </section>
  );
}

/** Percent of the limit in use; null where there is nothing to divide. For the length of a bar only. */
function usedShare({ creditLimit, outstanding }: CreditPanelProps): number | null {
  if (creditLimit === null) return null;
  if (Number(creditLimit) === 0) return Number(outstanding) > 0 ? 100 : 0;
  return Math.max(0, Math.round((Number(outstanding) / Number(creditLimit)) * 100));
}

function level(share: number): "low" | "warm" | "full" {
  if (share >= 100) return "full";
  return share >= 80 ? "warm" : "low";
}

function sentence({ creditLimit }: CreditPanelProps, share: number): string {
  if (Number(creditLimit) === 0) return "This account may never owe: it pays before its orders are executed.";
  if (share >= 100) return "The limit is used up: orders that cost anything wait until invoices are paid.";
  return `${share} % of the limit is in use.`;
}
