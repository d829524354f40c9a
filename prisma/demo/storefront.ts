import type { Ctx } from "@/lib/server/kernel/ctx";
import { reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { cancelWaiting } from "@/lib/server/storefront/approvals/commands/cancel-waiting";
import { addToBasket } from "@/lib/server/storefront/basket/commands/add-to-basket";
import { placeOrder } from "@/lib/server/storefront/basket/commands/place-order";
import { getBasket } from "@/lib/server/storefront/basket/queries/get-basket";
import type { CustomerCtx, ResellerCtx } from "@/lib/server/storefront/customer";
import { approveShown } from "@/lib/server/testing/factories/approvals";
import { value } from "@/lib/server/testing/factories/basics";
import { at } from "@/lib/server/testing/factories/contexts";
import { type DemoEvent, hours, later } from "./timeline";

/** Holds the people who buy and approve in the demo's Storefront. */
export type DemoShop = {
  customer: CustomerCtx;
  reseller: ResellerCtx;
  resellerCustomer: CustomerCtx;
  administrator: Ctx;
};

type Purchase = {
  hoursAgo: number;
  items: { code: string; quantity?: number; configuration?: Record<string, string> }[];
  /** Says what the reseller does some hours later. Left out, the order waits. */
  decision?: "approve" | { cancel: string };
  /** Says why staff took the execution back a day later, which gives a credit note. */
  takenBack?: string;
};

/** Some of these are executed at once, one is taken back, and others are held by what staff do and by credit. */
const purchases: Purchase[] = [
  { hoursAgo: 26 * 24, items: [{ code: "MAIL-STD", quantity: 12 }] },
  {
    hoursAgo: 17 * 24,
    items: [{ code: "DOMAIN", configuration: { "Domain name": "lighthouse-dental.example" } }],
  },
  { hoursAgo: 13 * 24, items: [{ code: "OBJ-1T" }], takenBack: "Ordered twice by mistake" },
  { hoursAgo: 9 * 24, items: [{ code: "EDR", quantity: 12 }, { code: "BKP" }] },
  { hoursAgo: 75, items: [{ code: "MIG-DAY" }] },
  { hoursAgo: 28, items: [{ code: "VM-L", quantity: 120 }] },
];

/** These are approved, canceled and waiting. */
const purchasesThroughReseller: Purchase[] = [
  { hoursAgo: 12 * 24, items: [{ code: "OFFICE", quantity: 4 }], decision: "approve" },
  {
    hoursAgo: 6 * 24,
    items: [{ code: "VM-L", quantity: 8 }],
    decision: { cancel: "Two smaller servers will do. Order these and I approve them right away." },
  },
  { hoursAgo: 30, items: [{ code: "VM-M", quantity: 2 }] },
  { hoursAgo: 4, items: [{ code: "MAIL-STD", quantity: 6 }, { code: "OBJ-1T" }] },
];

/**
 * Lets customers act in the Storefront. Together with `scheduleOrders`, orders reach every state that they can have
 * there.
 */
export function tellStorefront(
  { customer, reseller, resellerCustomer, administrator }: DemoShop,
  products: readonly { id: string; code: string }[],
  now: Date,
): DemoEvent[] {
  const idOf = (code: string) => {
    const product = products.find((candidate) => candidate.code === code);
    if (!product) throw new Error(`No product ${code}`);
    return product.id;
  };
  const fill = async (who: CustomerCtx, { items }: Pick<Purchase, "items">) => {
    for (const { code, ...item } of items) value(await addToBasket(who, { productId: idOf(code), ...item }));
  };
  const tell = (who: CustomerCtx, name: string) => (purchase: Purchase, index: number) => {
    const time = later(now, -hours(purchase.hoursAgo));
    const to = `basket of ${name}`;
    let code = "";
    const order = async (asked: Date) => {
      const buyer = as(who, asked);
      await fill(buyer, purchase);
      const basket = await getBasket(buyer);
      if (!basket) throw new Error(`${name} has no basket`);
      const { version, totals } = basket;
      code = value(await placeOrder(buyer, { code: basket.code, version, total: totals.finalPrice })).code;
    };
    const decide = async (asked: Date) => {
      const decider = as(reseller, asked);
      if (purchase.decision === "approve") value(await approveShown(decider, code));
      else value(await cancelWaiting(decider, { code, comment: purchase.decision?.cancel }));
    };
    const takeBack = async (asked: Date) => {
      value(await reverseExecution(at(administrator, asked), { code, comment: purchase.takenBack }));
    };
    return [
      { at: time, to, run: order },
      ...(purchase.takenBack ? [{ at: later(time, hours(24)), to, run: takeBack }] : []),
      ...(purchase.decision ? [{ at: later(time, hours(5 + index)), to, run: decide }] : []),
    ];
  };
  return [
    ...purchases.flatMap(tell(customer, "the customer")),
    ...purchasesThroughReseller.flatMap(tell(resellerCustomer, "the reseller's customer")),
    {
      at: later(now, -hours(2)),
      to: "basket of the reseller",
      run: (asked) => fill(as(reseller, asked), { items: [{ code: "VM-M", quantity: 2 }, { code: "BKP" }] }),
    },
  ];
}

/** Returns the same person at another time. */
function as<Who extends CustomerCtx>(who: Who, now: Date): Who {
  return { ...who, ctx: at(who.ctx, now) };
}
