"use client";

import { Progress } from "@/components/feedback/progress";
import { DateText } from "@/components/format/date";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { formatMoney } from "@/lib/domain/format/format";
import { sourceLabels } from "@/lib/domain/order/tree/source";
import { Age } from "./age";
import lists from "./lists.module.css";
import panel from "./panel.module.css";
import classes from "./unexecuted.module.css";
import type { ShownOrder } from "./unexecuted-list";

/** Shows one order: which, who, when, how far, how much, and what keeps it. */
export function UnexecutedRow({ order }: { order: ShownOrder }) {
  const { code, name, account, source, orderDate, items, executedItems, left } = order;
  return (
    <tr data-row={order.id} data-leaving={left?.outcome} data-arrived={order.arrived} className={classes.row}>
      <td data-card="title">
        <Link href={`/orders/${encodeURIComponent(code)}`} prefetch={false} className={lists.order}>
          {code}
        </Link>
        {name !== `${account} ${code}` && <span className={lists.name}>{name}</span>}
      </td>
      <td data-label="Account" className={classes.account} title={account}>
        {account}
      </td>
      <td data-label="Source" data-priority="medium">
        {sourceLabels[source]}
      </td>
      <td data-label="Order date" data-priority="medium" data-card="hidden">
        <DateText value={orderDate} />
      </td>
      <td data-label="Age" data-align="end">
        <Age since={orderDate} />
      </td>
      <td data-label="Progress">
        <Progress executed={executedItems} all={items} />
      </td>
      <td data-label="Total" data-align="end" data-card="aside">
        <Money amount={order.total} currency={order.currency} />
      </td>
      <td data-label="Held by">
        {left ? <b className={classes.outcome}>{left.status}</b> : <Holds order={order} />}
      </td>
    </tr>
  );
}

function Holds({ order: { heldBy, currency } }: { order: ShownOrder }) {
  const { locale } = useLocale();
  if (heldBy.length === 0) return <span className={classes.ready}>Nothing</span>;
  return (
    <ul className={classes.holds}>
      {heldBy.map(({ gate, label, sentence, wayOut, missing }) => (
        <li key={gate} title={`${sentence} ${wayOut}`}>
          {label}
          {missing && <span className="number"> {formatMoney(missing, currency, locale)} short</span>}
          <span className={panel.hidden}>
            : {sentence} {wayOut}
          </span>
        </li>
      ))}
    </ul>
  );
}
