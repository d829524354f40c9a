import type { RowRules } from "@/components/editable-grid";
import type { ItemInfo } from "./item-rows";

const names: Pick<RowRules<ItemInfo>, "nameColumn" | "nameOf" | "noun" | "mostRows"> = {
  nameColumn: "productId",
  nameOf: ({ info }) => info?.product.name ?? "",
  noun: { one: "item", many: "items" },
  mostRows: 500,
};

/** Says what people may do with the items of an order that they edit. */
export const itemRules: RowRules<ItemInfo> = { ...names, mayDelete: () => true };

/** Once delivery has begun, items stay. */
export const lockedItemRules: RowRules<ItemInfo> = names;
