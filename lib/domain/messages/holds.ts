import type { Gate } from "../order/holds/gates";

/** Says what holds a customer's order, as a message tells it: docs/domain.md, section 5, "Messages". */
export type ToldHold = {
  gate: Exclude<Gate["gate"], "date">;
  /** Holds an exact decimal in the order's currency, and is left out when the credit is another account's. */
  missing?: string;
  /** Names what the customer has to give us, such as "Domain name (Domain Registration)". */
  values?: readonly string[];
  /** Names the products that the hold is about. */
  products?: readonly string[];
};

/** Returns what holds an order for the people of an account, which keeps another account's credit private. */
export function toldHolds(gates: readonly Gate[], accountId: string): ToldHold[] {
  return gates.flatMap((gate): ToldHold[] => {
    switch (gate.gate) {
      case "date":
        return [];
      case "credit":
        return [{ gate: gate.gate, ...(gate.account.id === accountId && { missing: gate.missing }) }];
      case "configuration":
        return [
          {
            gate: gate.gate,
            values: gate.items.flatMap(({ description, missing }) =>
              missing.map((value) => `${value} (${description})`),
            ),
          },
        ];
      case "vendor":
        return [
          {
            gate: gate.gate,
            products: gate.vendors.flatMap(({ items }) => items.map(({ description }) => description)),
          },
        ];
      case "subscription":
      case "not_sold":
      case "non_automatic":
        return [{ gate: gate.gate, products: gate.items.map(({ description }) => description) }];
      default:
        return [{ gate: gate.gate }];
    }
  });
}
