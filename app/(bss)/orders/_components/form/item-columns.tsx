import type { Choice, GridColumn } from "@/components/editable-grid";
import { Money } from "@/components/format/money";
import { Percent, Quantity } from "@/components/format/numbers";
import { formatMoney } from "@/lib/domain/format/format";
import { heldOf, isPlain, type Notation, shownOf } from "@/lib/domain/format/read";
import type { ItemType } from "@/lib/domain/order/tree/order";
import { itemTypeLabels, perPeriod } from "../words";
import { ItemDetails } from "./item-details";
import classes from "./item-grid.module.css";
import { configurationCell, type ItemInfo, type ItemRow, itemOf } from "./item-rows";
import type { LineOf } from "./use-figures";

export type ItemColumnsOf = {
  currency: string;
  /** Says how amounts and quantities are typed and shown. */
  locale: string;
  accountId: string | undefined;
  /** Says that only configuration values can be changed. */
  locked: boolean;
  /** Says that some item needs more than its numbers. */
  details: boolean;
  lineOf: LineOf;
};

type Column = GridColumn<ItemInfo>;

/** Returns the columns in the order in which people ask: which, what it needs, how many, how much. */
export function itemColumns({
  currency,
  locale,
  accountId,
  locked,
  details,
  lineOf,
}: ItemColumnsOf): Column[] {
  const needed = details ? [detailsColumn(accountId)] : [];
  return [
    productColumn,
    ...needed,
    ...(locked ? fixed(currency) : edited({ locale, currency })),
    totalColumn(currency, lineOf),
  ];
}

const productOf = ({ info }: ItemRow) => (info as ItemInfo).product;

const productColumn: Column = {
  id: "productId",
  label: "Product",
  editor: "static",
  width: "minmax(8rem, 1fr)",
  narrowWidth: "minmax(5.75rem, 1fr)",
  text: (row) => productOf(row).name,
  render: (row) => {
    const { name, code, nonAutomatic } = productOf(row);
    return (
      <>
        <span className={classes.name}>{name}</span>
        <span className={classes.small}>
          {code}
          {nonAutomatic && ", manual"}
        </span>
      </>
    );
  },
};

const detailsColumn = (accountId: string | undefined): Column => ({
  id: "details",
  label: "Details",
  editor: "custom",
  width: "minmax(8rem, 1.2fr)",
  narrowWidth: "minmax(6.25rem, 1.2fr)",
  text: (row) => Object.values(itemOf(row).configuration).join(", "),
  includes: (cell) => cell === "subscriptionId" || cell.startsWith(configurationCell("")),
  render: (row, cell) => <ItemDetails row={row} cell={cell} accountId={accountId} />,
});

const edited = ({ locale, currency }: Required<Notation>): Column[] => [
  {
    id: "itemType",
    label: "Type",
    editor: "select",
    width: "7.5rem",
    narrowWidth: "clamp(5rem, 12cqi, 7.5rem)",
    name: (row) => `Type of ${productOf(row).name}`,
    choices: typesFor,
  },
  {
    id: "quantity",
    label: "Quantity",
    editor: "spin",
    width: "5.5rem",
    narrowWidth: "clamp(4.25rem, 10cqi, 5.5rem)",
    align: "end",
    range: { min: 1, max: 1_000_000 },
    notation: notationOf({ locale }),
    name: (row) => `Units of ${productOf(row).name}`,
  },
  {
    id: "unitPrice",
    label: "Unit price",
    editor: "number",
    decimals: true,
    notation: notationOf({ locale, currency }),
    width: "7.5rem",
    narrowWidth: "clamp(5.5rem, 13cqi, 7.5rem)",
    align: "end",
    name: (row) => `Price of ${productOf(row).name}`,
    unit: (row) => `${readPrice(row, currency, locale)} ${perPeriod[productOf(row).billingPeriod]}`,
    placeholder: (row) => shownOf(productOf(row).price, { locale, currency }),
  },
  {
    id: "discountPercent",
    label: "Discount %",
    editor: "number",
    decimals: true,
    notation: notationOf({ locale }),
    width: "5.5rem",
    narrowWidth: "clamp(4.5rem, 10cqi, 5.5rem)",
    align: "end",
    name: (row) => `Discount of ${productOf(row).name} in percent`,
  },
];

function notationOf(notation: Notation): NonNullable<Column["notation"]> {
  return { shown: (held) => shownOf(held, notation), read: (typed) => heldOf(typed, notation) };
}

/** Returns the price that was read, or the list's where none is typed, or nothing while it cannot be read. */
function readPrice(row: ItemRow, currency: string, locale: string): string {
  const price = String(row.cells.unitPrice) || productOf(row).price;
  return isPlain(price) ? formatMoney(price, currency, locale) : "";
}

const fixed = (currency: string): Column[] => [
  shown("itemType", "Type", ["7.5rem", "4.5rem"], (row) => itemTypeLabels[row.cells.itemType as ItemType]),
  {
    ...shown("quantity", "Quantity", ["5.5rem", "4.75rem"], ({ cells }) => String(cells.quantity)),
    align: "end",
    render: ({ cells }) => <Quantity value={String(cells.quantity)} />,
  },
  {
    ...shown("unitPrice", "Unit price", ["6.5rem", "5.75rem"], ({ cells }) => String(cells.unitPrice)),
    align: "end",
    unit: (row) => perPeriod[productOf(row).billingPeriod],
    render: ({ cells }) => <Money amount={String(cells.unitPrice)} currency={currency} />,
  },
  {
    ...shown("discountPercent", "Discount %", ["5.5rem", "5.5rem"], ({ cells }) =>
      String(cells.discountPercent),
    ),
    align: "end",
    render: ({ cells }) => <Percent value={String(cells.discountPercent)} />,
  },
];

/** Returns a column that nobody changes, with its width in a wide and in a narrow form. */
function shown(
  id: string,
  label: string,
  [width, narrowWidth]: readonly [string, string],
  text: (row: ItemRow) => string,
): Column {
  return { id, label, editor: "static", width, narrowWidth, text, render: text };
}

const totalColumn = (currency: string, lineOf: LineOf): Column => ({
  id: "total",
  label: "Total with tax",
  editor: "static",
  width: "6.5rem",
  narrowWidth: "clamp(5.75rem, 12.5cqi, 6.5rem)",
  align: "end",
  text: (row) => lineOf(itemOf(row)) ?? "",
  render: (row) => {
    const line = lineOf(itemOf(row));
    return line ? <Money amount={line} currency={currency} /> : "–";
  },
});

/**
 * Offers a trial and a change only where the product allows it. What was chosen stays, so that it can be corrected.
 */
function typesFor(row: ItemRow): Choice[] {
  const { type, trialMaxQuantity } = productOf(row);
  const fits: Record<ItemType, boolean> = {
    new: true,
    trial: trialMaxQuantity !== null,
    quantity_change: type !== "one_off",
  };
  return (Object.keys(fits) as ItemType[])
    .filter((one) => fits[one] || one === row.cells.itemType)
    .map((value) => ({ value, label: itemTypeLabels[value] }));
}
