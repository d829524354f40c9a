import type { FieldRefusal } from "../../refusing/field-refusal";
import { ok, type Result, refuse } from "../../values/result";
import { isWrong, kindOf, type ValueKind } from "../../values/value-kind";
import type { OrderRefusal } from "../holds/refusal";
import {
  missingConfiguration,
  type OrderItem,
  type OrderPart,
  type OrderTree,
  remainingQuantity,
} from "../tree/order";

/** A customer can give missing values after ordering: docs/domain.md, section 5, "Missing values". */

/** Names a value that an item of the primary order needs and does not have. */
export type MissingValue = { itemId: string; description: string; name: string; kind: ValueKind };

/** Holds values by name for one of the primary's items. */
export type GivenValues = { itemId: string; values: Readonly<Record<string, string>> };

export type FillInRefusal =
  | { reason: "not_asked" }
  /** Somebody gave it another value first, and that one stays. */
  | { reason: "filled_in"; name: string; value: string };

/** Returns what the customer can still give, in the order of the lines. Units in a sub-order belong to their line. */
export function missingValues(tree: OrderTree): MissingValue[] {
  return tree.primary.items.flatMap((line) => {
    const lacking = unitsOf(tree, line).flatMap(missingConfiguration);
    const { id: itemId, description } = line;
    return line.requiredConfiguration
      .filter((name) => lacking.includes(name))
      .map((name) => ({ itemId, description, name, kind: kindOf(line.valueKinds, name) }));
  });
}

/**
 * Returns the primary and sub-orders with these values. A value is given once: what is there stays, and giving the same
 * again changes nothing.
 */
export function planFillIn(
  tree: OrderTree,
  given: readonly GivenValues[],
): Result<OrderPart[], FillInRefusal | Extract<OrderRefusal, { reason: "invalid_input" }>> {
  const missing = missingValues(tree);
  const values = given.flatMap(({ itemId, values }) =>
    Object.entries(values).map(([name, value]) => ({ itemId, name, value: value.trim() })),
  );
  const wanted: typeof values = [];
  for (const one of values) {
    const line = tree.primary.items.find(({ id }) => id === one.itemId);
    if (!line?.requiredConfiguration.includes(one.name)) return refuse({ reason: "not_asked" });
    if (missing.some(({ itemId, name }) => itemId === one.itemId && name === one.name)) {
      wanted.push(one);
      continue;
    }
    const value = givenOf(tree, line, one.name);
    if (value !== one.value) return refuse({ reason: "filled_in", name: one.name, value });
  }
  const problems = wanted.flatMap(({ itemId, name, value }): FieldRefusal[] => {
    const kind = missing.find((one) => one.itemId === itemId && one.name === name)?.kind ?? "text";
    const path = `values.${itemId}.${name}`;
    if (value === "") return [{ reason: "value_missing", path }];
    return isWrong(kind, value) ? [{ reason: "value_not_of_its_kind", kind, path }] : [];
  });
  if (problems.length > 0) return refuse({ reason: "invalid_input", problems });

  const filled = (part: OrderPart): OrderPart => ({
    ...part,
    items: part.items.map((item) => {
      const lacking = isLeft(part, item) ? missingConfiguration(item) : [];
      const own = wanted.filter(
        ({ itemId, name }) => itemId === (item.primaryItemId ?? item.id) && lacking.includes(name),
      );
      if (own.length === 0) return item;
      const entries = own.map(({ name, value }) => [name, value]);
      return { ...item, configuration: { ...item.configuration, ...Object.fromEntries(entries) } };
    }),
  });
  const parts = [tree.primary, ...tree.subOrders];
  return ok(
    parts.flatMap((part) => {
      const after = filled(part);
      return after.items.some((item, i) => item !== part.items[i]) ? [after] : [];
    }),
  );
}

function givenOf(tree: OrderTree, line: OrderItem, name: string): string {
  const items = [tree.primary, ...tree.subOrders].flatMap((part) => part.items);
  const own = items.filter((item) => (item.primaryItemId ?? item.id) === line.id);
  return own.map((item) => item.configuration[name]?.trim()).find(Boolean) ?? "";
}

/** Returns the units of a line that are still to be executed, wherever they are. */
function unitsOf(tree: OrderTree, line: OrderItem): OrderItem[] {
  return [tree.primary, ...tree.subOrders].flatMap((part) =>
    part.items.filter((item) => (item.primaryItemId ?? item.id) === line.id && isLeft(part, item)),
  );
}

function isLeft({ status }: OrderPart, item: OrderItem): boolean {
  return status.type !== "cancelled" && status.type !== "automatic_execute" && remainingQuantity(item) > 0;
}
