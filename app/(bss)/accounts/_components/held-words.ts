/** Limits the count; beyond it there are simply more. */
const counted = 1000;

/** Says what an account that is not active holds: docs/domain.md, section 4. */
export function heldWords(openOrders: number): string {
  if (openOrders === 0) return "No open orders use this account.";
  if (openOrders === 1) return "1 open order waits until the account is active again.";
  const orders = openOrders > counted ? `More than ${counted.toLocaleString("en")}` : openOrders;
  return `${orders} open orders wait until the account is active again.`;
}
