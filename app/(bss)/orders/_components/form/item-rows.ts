import type { Cells, GridProblem, GridRow } from "@/components/editable-grid";
import { type Notation, unreadProblem } from "@/lib/domain/format/read";
import type { ItemType } from "@/lib/domain/order/tree/order";
import type { ProductOption } from "@/lib/server/orders/queries/options";
import type { FormItem, Problems } from "./values";

/** Is what the grid's columns need of an item besides its cells. */
export type ItemInfo = Pick<FormItem, "id"> & { product: ProductOption };
export type ItemRow = GridRow<ItemInfo>;

const rows = new WeakMap<FormItem, ItemRow>();
const items = new WeakMap<ItemRow, FormItem>();

export const configurationCell = (name: string) => `configuration.${name}`;
const configurationPrefix = configurationCell("");

/**
 * Returns an item as a row. Cells have the names of the server's problems, such as "configuration.Domain name". The
 * same item gives the same row.
 */
export function rowOf(item: FormItem): ItemRow {
  let row = rows.get(item);
  if (!row) {
    const { key, id, product, itemType, quantity, unitPrice, discountPercent, subscription } = item;
    const cells: Cells = { itemType, quantity, unitPrice, discountPercent };
    cells.subscriptionId = subscriptionCell(subscription);
    for (const [name, value] of Object.entries(item.configuration)) cells[configurationCell(name)] = value;
    row = { id: key, version: 0, cells, info: { product, ...(id && { id }) } };
    rows.set(item, row);
    items.set(row, item);
  }
  return row;
}

/** Returns a row as an item. The same row gives the same item. */
export function itemOf(row: ItemRow): FormItem {
  let item = items.get(row);
  if (!item) {
    const { id: key, cells, info } = row;
    const { product, id } = info as ItemInfo;
    const itemType = cells.itemType as ItemType;
    item = {
      key,
      ...(id && { id }),
      product,
      itemType,
      quantity: String(cells.quantity),
      unitPrice: String(cells.unitPrice),
      discountPercent: String(cells.discountPercent),
      subscription: itemType === "quantity_change" ? subscriptionIn(cells) : null,
      configuration: configurationIn(cells),
    };
    items.set(row, item);
    rows.set(item, row);
  }
  return item;
}

/** Puts the subscription's id and its name into one cell, so that choosing it is one step of undo. */
export function subscriptionCell(subscription: FormItem["subscription"]): string {
  return subscription ? JSON.stringify({ id: subscription.id, name: subscription.name }) : "";
}

function subscriptionIn({ subscriptionId }: Cells): FormItem["subscription"] {
  return subscriptionId ? JSON.parse(String(subscriptionId)) : null;
}

function configurationIn(cells: Cells): Record<string, string> {
  const own = Object.entries(cells).filter(([cell]) => cell.startsWith(configurationPrefix));
  return Object.fromEntries(
    own.map(([cell, value]) => [cell.slice(configurationPrefix.length), String(value)]),
  );
}

/**
 * Returns the form's problems by cell. They are named by an item's key and the server's field, "KEY.quantity". Text
 * that could not be read says more about its cell than the server can.
 */
export function itemProblems(
  problems: Problems,
  of: readonly FormItem[],
  unread: readonly GridProblem[] = [],
): GridProblem[] {
  const told = Object.entries(problems).flatMap(([path, message]) => {
    const item = of.find(({ key }) => path.startsWith(`${key}.`));
    const column = item && path.slice(item.key.length + 1);
    if (!item || unread.some((one) => one.rowId === item.key && one.column === column)) return [];
    return [{ rowId: item.key, row: item.product.name, column, message }];
  });
  return [...unread, ...told];
}

/** Lists what was typed and is no number in the reader's notation. */
export function unreadCells(items: readonly FormItem[], notation: Required<Notation>): GridProblem[] {
  const { locale } = notation;
  return items.flatMap(({ key: rowId, product, ...item }) => {
    const found = {
      quantity: unreadProblem(item.quantity, { locale }, true),
      unitPrice: unreadProblem(item.unitPrice, notation),
      discountPercent: unreadProblem(item.discountPercent, { locale }),
    };
    return Object.entries(found).flatMap(([column, message]) =>
      message ? [{ rowId, row: product.name, column, message }] : [],
    );
  });
}

/** Returns the problems whose cells nobody has typed into since. */
export function problemsLeft(
  problems: Problems,
  before: readonly FormItem[],
  now: readonly FormItem[],
): Problems {
  const edited = now.flatMap((item) => {
    const was = before.find(({ key }) => key === item.key);
    const [then, cells] = [was ? rowOf(was).cells : {}, rowOf(item).cells];
    return Object.keys(cells).flatMap((cell) => (cells[cell] === then[cell] ? [] : [`${item.key}.${cell}`]));
  });
  const gone = before.filter(({ key }) => !now.some((item) => item.key === key)).map(({ key }) => `${key}.`);
  const left = Object.entries(problems).filter(
    ([path]) => !edited.includes(path) && !gone.some((key) => path.startsWith(key)),
  );
  return left.length === Object.keys(problems).length ? problems : Object.fromEntries(left);
}
