import { currencyDecimals } from "./format/currency";
import { dayProblem, pastDays } from "./values/bounds";
import { amount } from "./values/money";

type Balance = { issueDate: string; amount: string };

/**
 * Returns what is wrong with an opening balance in this currency, as of the organization's day: docs/domain.md, section 11,
 * "Opening balances".
 */
export function openingBalanceProblems(balance: Balance, currency: string, today: string) {
  const most = currencyDecimals(currency);
  const tooFine = amount(balance.amount).decimalPlaces() > most;
  const outOfRange = dayProblem("issued", balance.issueDate, pastDays(today));
  return [
    ...(tooFine ? [{ reason: "too_many_decimals" as const, currency, most, path: "amount" }] : []),
    ...(outOfRange ? [{ ...outOfRange, path: "issueDate" }] : []),
  ];
}
