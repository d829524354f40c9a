import "server-only";
import { z } from "zod";
import { amount, formatAmount } from "@/lib/domain/values/money";

/** Holds an exact amount. Its decimals are those of the amount, never a floating-point number. */
export const Money = z
  .strictObject({ amount: z.string(), currency: z.string().length(3) })
  .meta({ id: "Money", examples: [{ amount: "12.50", currency: "EUR" }] });
export type Money = z.output<typeof Money>;

/** Returns an amount with at least the decimals of its currency. */
export function money(value: string, currency: string): Money {
  return { amount: formatAmount(amount(value), currency), currency };
}

/** Returns null for an amount that is not there. */
export function moneyOrNull(value: string | null, currency: string): Money | null {
  return value === null ? null : money(value, currency);
}

/** Names the fields of all inputs that hold an amount. Commands take them as decimal text in the organization's currency. */
export const amountFields: readonly string[] = ["amount", "unitPrice", "price", "cost", "creditLimit"];

/** Lists the fields whose values have names that people chose, so that “price” among them is no amount. */
const namedByPeople: readonly string[] = ["configuration"];

type Wrong = { path: string; message: string };

/**
 * Turns each `Money` of a body to the decimal text that commands take. Reports what is no `Money` and what is in another
 * currency.
 */
export function takeMoney(
  body: Record<string, unknown>,
  currency: string,
): { body: Record<string, unknown>; wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const taken = walk(body, "");
  return { body: taken as Record<string, unknown>, wrong };

  function walk(value: unknown, path: string): unknown {
    if (Array.isArray(value)) return value.map((one, index) => walk(one, `${path}/${index}`));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        const at = `${path}/${name}`;
        if (namedByPeople.includes(name)) return [name, one];
        return [name, amountFields.includes(name) && one !== null ? amountOf(one, at) : walk(one, at)];
      }),
    );
  }

  function amountOf(value: unknown, path: string): unknown {
    const read = Money.safeParse(value);
    if (!read.success) {
      wrong.push({ path, message: `Send an amount as {"amount": "12.50", "currency": "${currency}"}.` });
    } else if (read.data.currency !== currency) {
      wrong.push({ path, message: `Send the amount in ${currency}, in which this organization sells.` });
    }
    return read.data?.amount;
  }
}

/** Tells whether a body holds an amount, so that only then the organization's currency is read. */
export function holdsMoney(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, one]) =>
      !namedByPeople.includes(name) && ((amountFields.includes(name) && one !== null) || holdsMoney(one)),
  );
}
