import { Link } from "@/components/layout/link";
import classes from "./bill-name.module.css";

interface BillNameProps {
  href: string;
  number: string;
  /** Is the number that an opening balance has in the other system, and null for an invoice. */
  externalId: string | null;
}

/** Links to an invoice, and names the invoice of the other system if it is an opening balance. */
export function BillName({ href, number, externalId }: BillNameProps) {
  return (
    <span className={classes.name}>
      <Link href={href}>{number}</Link>
      {externalId !== null && <span className={classes.of}>Opening balance, {externalId}</span>}
    </span>
  );
}
