import { type Merged, mergeFields, type Side, same } from "@/components/form/merge";
import { itemTypeLabels } from "../words";
import type { FormItem, OrderFormValues } from "./values";

type Three<Value> = { base: Value; mine: Value; theirs: Value };
type Choices = Readonly<Record<string, Side>>;
type Fields = Record<string, unknown>;

/**
 * Joins what two people made of one order: its own fields one by one, and its items by the row that they are in the
 * order, each field by field. An item that one removed and the other changed is a conflict as a whole.
 */
export function mergeOrder(three: Three<OrderFormValues>, choices: Choices = {}): Merged<OrderFormValues> {
  const header = mergeFields(
    { base: headerOf(three.base), mine: headerOf(three.mine), theirs: headerOf(three.theirs) },
    choices,
    (field) => headerLabels[field] ?? field,
  );
  const { billingTo, statusId, name, note } = header.values;
  const merged: Merged<OrderFormValues> = {
    values: { ...three.mine, billingTo, statusId, name, note, items: [] },
    conflicts: [...header.conflicts],
    taken: [...header.taken],
  };
  const byKey = (items: readonly FormItem[]) => new Map(items.map((item) => [item.key, item]));
  const [base, mine, theirs] = [byKey(three.base.items), byKey(three.mine.items), byKey(three.theirs.items)];
  const keys = new Set([...mine.keys(), ...theirs.keys()]);
  const items = [...keys].flatMap((key) =>
    mergeItem({ base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }, choices, merged),
  );
  return { ...merged, values: { ...merged.values, items } };
}

function mergeItem(
  { base, mine, theirs }: Three<FormItem | undefined>,
  choices: Choices,
  merged: Pick<Merged<unknown>, "conflicts" | "taken">,
): FormItem[] {
  if (!base) {
    if (theirs) merged.taken.push(`added ${theirs.product.name}`);
    return [mine ?? theirs].filter((item) => item !== undefined);
  }
  const { key, product } = base;
  if (mine && theirs) {
    const field = (name: string) => `${key}.${name}`;
    const named = (item: FormItem) =>
      Object.fromEntries(Object.entries(fieldsOf(item)).map(([name, value]) => [field(name), value]));
    const fields = mergeFields(
      { base: named(base), mine: named(mine), theirs: named(theirs) },
      choices,
      (path) => {
        const name = path.slice(key.length + 1);
        return `${itemLabels[name] ?? name.replace(valuePrefix, "")} of ${product.name}`;
      },
    );
    merged.conflicts.push(...fields.conflicts);
    merged.taken.push(...fields.taken);
    const own = Object.entries(fields.values).map(([path, value]) => [path.slice(key.length + 1), value]);
    return [itemFrom(mine, Object.fromEntries(own))];
  }
  const kept = mine ?? theirs;
  if (!kept) return [];
  const removedBy: Side = mine ? "theirs" : "mine";
  if (same(fieldsOf(kept), fieldsOf(base))) {
    if (removedBy === "theirs") merged.taken.push(`removed ${product.name}`);
    return [];
  }
  const [removed, changed] = ["removed", "kept with changes"];
  merged.conflicts.push({
    field: key,
    label: product.name,
    mine: removedBy === "mine" ? removed : changed,
    theirs: removedBy === "mine" ? changed : removed,
  });
  if ((choices[key] ?? "mine") === removedBy) return [];
  // An item that is gone from the order comes back as a new one.
  const { id: _, ...anew } = kept;
  return [mine ? anew : kept];
}

const valuePrefix = "value.";
const itemLabels: Record<string, string> = {
  quantity: "Quantity",
  unitPrice: "Unit price",
  discountPercent: "Discount",
  itemType: "Type",
  subscription: "Subscription",
};
const headerLabels: Record<string, string> = {
  billingTo: "Billing to",
  statusId: "Status",
  name: "Name",
  note: "Note",
};

function headerOf({ billingTo, statusId, name, note }: OrderFormValues) {
  return { billingTo: billingTo && { id: billingTo.id, name: billingTo.name }, statusId, name, note };
}

function fieldsOf({
  quantity,
  unitPrice,
  discountPercent,
  itemType,
  subscription,
  configuration,
}: FormItem): Fields {
  const values = Object.entries(configuration).map(([name, value]) => [`${valuePrefix}${name}`, value]);
  const type = itemTypeLabels[itemType];
  return {
    quantity,
    unitPrice,
    discountPercent,
    itemType: { id: itemType, name: type },
    subscription,
    ...Object.fromEntries(values),
  };
}

function itemFrom(item: FormItem, fields: Fields): FormItem {
  const values = Object.entries(fields).filter(([name]) => name.startsWith(valuePrefix));
  return {
    ...item,
    quantity: String(fields.quantity),
    unitPrice: String(fields.unitPrice),
    discountPercent: String(fields.discountPercent),
    itemType: (fields.itemType as { id: FormItem["itemType"] }).id,
    subscription: fields.subscription as FormItem["subscription"],
    configuration: Object.fromEntries(
      values.map(([name, value]) => [name.slice(valuePrefix.length), String(value ?? "")]),
    ),
  };
}
