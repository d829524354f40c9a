"use client";

import { useMemo } from "react";
import { EditableGrid, type GridColumn, type GridRow, type RowRules } from "@/components/editable-grid";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { Percent, Quantity } from "@/components/format/numbers";
import { Link } from "@/components/layout/link";
import { heldOf, shownOf } from "@/lib/domain/format/read";
import { gateLabels } from "@/lib/domain/order/holds/gate-words";
import type { OrderDetail, OrderItemDetail } from "@/lib/server/orders/queries/get-order";
import { itemTypeLabels, perPeriod } from "../words";
import classes from "./delivery-grid.module.css";
import { DeliveryState } from "./delivery-state";

export type DeliveryRow = GridRow<OrderItemDetail>;
type Column = GridColumn<OrderItemDetail>;

const rules: RowRules<OrderItemDetail> = {
  nameColumn: "product",
  nameOf: (row) => itemOf(row).description,
  noun: { one: "item", many: "items" },
  mostRows: 500,
};

interface DeliveryGridProps {
  order: OrderDetail;
  /** Says that some of them can be delivered. */
  open: boolean;
  rows: DeliveryRow[];
  /** Holds the problems by item. */
  problems: Readonly<Record<string, string>>;
  onChange: (rows: DeliveryRow[]) => void;
}

/**
 * Shows the items of an order, how far each is, and how many of which to deliver next, edited as in a spreadsheet.
 */
export function DeliveryGrid({ order, open, rows, problems, onChange }: DeliveryGridProps) {
  const { currency, code } = order;
  const { locale } = useLocale();
  const editHref = order.may.edit ? `/orders/${code}/edit` : null;
  const columns = useMemo(
    () => [
      ...(open ? [selectColumn] : []),
      productColumn(editHref),
      ...shownColumns(currency),
      ...(open ? [quantityColumn(locale)] : []),
    ],
    [open, editHref, currency, locale],
  );
  return (
    <EditableGrid
      label="Products"
      columns={columns}
      rules={rules}
      value={rows}
      onChange={onChange}
      problems={Object.entries(problems).map(([rowId, message]) => ({
        rowId,
        row: rowId,
        column: deliveredColumn,
        message,
      }))}
    />
  );
}

const itemOf = ({ info }: DeliveryRow) => info as OrderItemDetail;
const nothingLeft = (row: DeliveryRow) =>
  itemOf(row).remaining > 0 ? undefined : "Everything has been delivered.";

const selectColumn: Column = {
  id: "selected",
  label: "Select",
  editor: "checkbox",
  width: "4.5rem",
  narrowWidth: "3.25rem",
  name: (row) => `Select ${itemOf(row).description}`,
  readOnly: nothingLeft,
};

const deliveredColumn = "quantity";

const quantityColumn = (locale: string): Column => ({
  id: deliveredColumn,
  label: "Quantity to deliver",
  editor: "spin",
  width: "8rem",
  narrowWidth: "6rem",
  align: "end",
  range: { min: 1, max: 1_000_000 },
  sets: { selected: true },
  readOnly: nothingLeft,
  notation: { shown: (held) => shownOf(held, { locale }), read: (typed) => heldOf(typed, { locale }) },
});

const productColumn = (editHref: string | null): Column => ({
  id: "product",
  label: "Product",
  editor: "static",
  width: "minmax(10rem, 1fr)",
  narrowWidth: "minmax(7.5rem, 1fr)",
  text: (row) => itemOf(row).description,
  render: (row) => (
    <>
      <span className={classes.product}>{itemOf(row).description}</span>
      <ItemNotes item={itemOf(row)} editHref={editHref} />
    </>
  ),
});

function shownColumns(currency: string): Column[] {
  return [
    {
      id: "delivery",
      label: "Delivery",
      editor: "static",
      width: "9.5rem",
      narrowWidth: "7.5rem",
      text: (row) => `${itemOf(row).executed} of ${itemOf(row).quantity} executed`,
      render: (row) => <DeliveryState item={itemOf(row)} />,
    },
    {
      id: "unitPrice",
      label: "Unit price",
      editor: "static",
      width: "7.5rem",
      narrowWidth: "6.5rem",
      align: "end",
      text: (row) => itemOf(row).unitPrice,
      render: (row) => <UnitPrice item={itemOf(row)} currency={currency} />,
    },
    {
      id: "ordered",
      label: "Quantity",
      editor: "static",
      width: "5.5rem",
      narrowWidth: "4.5rem",
      align: "end",
      text: (row) => String(itemOf(row).quantity),
      render: (row) => <Quantity value={itemOf(row).quantity} />,
    },
    {
      id: "total",
      label: "Total with tax",
      editor: "static",
      width: "7.5rem",
      narrowWidth: "6.25rem",
      align: "end",
      text: (row) => itemOf(row).total,
      render: (row) => <Money amount={itemOf(row).total} currency={currency} />,
    },
  ];
}

function UnitPrice({ item, currency }: { item: OrderItemDetail; currency: string }) {
  return (
    <span>
      <Money amount={item.unitPrice} currency={currency} />
      <span className={classes.small}>
        {perPeriod[item.billingPeriod]}
        {Number(item.discountPercent) > 0 && (
          <>
            , −<Percent value={item.discountPercent} />
          </>
        )}
      </span>
    </span>
  );
}

/** Tells below the product's name what is special about this item. */
function ItemNotes({ item, editHref }: { item: OrderItemDetail; editHref: string | null }) {
  const values = Object.entries(item.configuration).filter(([, value]) => value);
  const special = [
    item.itemType !== "new" && itemTypeLabels[item.itemType],
    item.nonAutomatic && gateLabels.non_automatic,
  ].filter((word) => word !== false);
  return (
    <>
      {special.length > 0 && <span className={classes.small}>{special.join(", ")}</span>}
      {values.map(([name, value]) => (
        <span key={name} className={classes.small}>
          {name}: {value}
        </span>
      ))}
      {item.missingConfiguration.length > 0 && item.remaining > 0 && (
        <span className={classes.missing}>
          Needs {item.missingConfiguration.join(", ")}
          {editHref && (
            <>
              {" · "}
              <Link href={`${editHref}#missing`}>Fill in</Link>
            </>
          )}
        </span>
      )}
    </>
  );
}
