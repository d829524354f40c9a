import type { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { tellPayments } from "./payments";
import { Random } from "./random";
import { type DemoShop, tellStorefront } from "./storefront";
import { type DemoStatuses, type Story, tell } from "./stories";
import { days, happen, hours, later, minutes } from "./timeline";

export type DemoCatalogue = {
  accounts: { id: string; name: string; limited: boolean }[];
  products: {
    id: string;
    code: string;
    type: string;
    requiredConfiguration: readonly string[];
    trialMaxQuantity?: number | null | undefined;
  }[];
};

type Demo = DemoCatalogue & {
  /** Holds the people who create and execute, the busiest first. */
  people: readonly Ctx[];
  statuses: DemoStatuses;
  /** Is null where nobody buys in the Storefront. */
  shop: DemoShop | null;
  now: Date;
  count: number;
  seed: number;
};

const spanDays = 60;

/** Most old orders are done, and most open ones are of the last two weeks. */
const oldStories: Record<Story, number> = {
  executed: 56,
  executed_at_once: 12,
  delivered: 8,
  partly_delivered: 1,
  in_delivery: 0.4,
  refused: 2,
  open: 0.8,
  awaiting_documents: 0.6,
  cancelled: 8,
  cancelled_for_credit: 3,
  returned: 2,
  remainder_cancelled: 3,
  reversed: 2,
};
const newStories: Record<Story, number> = {
  ...oldStories,
  executed: 34,
  partly_delivered: 7,
  in_delivery: 4,
  refused: 9,
  open: 16,
  awaiting_documents: 6,
};

const inParts: Story[] = ["delivered", "partly_delivered", "in_delivery", "returned", "remainder_cancelled"];

/** Makes the orders, all that became of them, and what was paid and bought in the Storefront meanwhile. */
export async function makeOrders(demo: Demo): Promise<void> {
  const random = new Random(demo.seed);
  const dates = Array.from({ length: demo.count }, () => orderDate(random, demo.now)).sort(
    (a, b) => a.getTime() - b.getTime(),
  );
  const administrator = demo.people.find(({ actor }) => actor.role === "administrator");
  if (!administrator) throw new Error("Nobody to reverse executions");
  const events = dates.flatMap((orderedAt, index) => {
    const age = demo.now.getTime() - orderedAt.getTime();
    const story = random.weighted(age > days(14) ? oldStories : newStories);
    const ctx = random.chance(0.75) ? demo.people[0] : random.pick(demo.people);
    if (!ctx) throw new Error("Nobody to make orders");
    const account = random.pick(demo.accounts);
    const order = orderInput(random, demo, account, story);
    const { limited } = account;
    return tell({
      ctx,
      administrator,
      limited,
      index,
      story,
      order,
      orderedAt,
      statuses: demo.statuses,
      random,
    });
  });
  const payments = tellPayments(random, demo.people, demo.accounts, demo.now);
  const storefront = demo.shop ? tellStorefront(demo.shop, demo.products, demo.now) : [];
  await happen([...events, ...payments, ...storefront].filter(({ at }) => at < demo.now));
}

/** Returns office hours of a working day, more of them lately. */
function orderDate(random: Random, now: Date): Date {
  for (;;) {
    const ago = days(spanDays * random.next() ** 1.3);
    const midnight = new Date(now.getTime() - ago);
    midnight.setUTCHours(0, 0, 0, 0);
    const date = later(midnight, hours(7) + minutes(random.between(0, 600)));
    const weekend = [0, 6].includes(date.getUTCDay());
    if (date < later(now, -minutes(30)) && (!weekend || random.chance(0.08))) return date;
  }
}

function orderInput(
  random: Random,
  { products }: DemoCatalogue,
  account: { id: string; name: string },
  story: Story,
): CreateOrderInput {
  const count = inParts.includes(story) ? random.between(2, 5) : random.pick([1, 1, 1, 2, 2, 3, 4]);
  const chosen = random.some(products, count);
  return {
    accountId: account.id,
    items: chosen.map((product) => ({
      productId: product.id,
      quantity: quantity(random, product, inParts.includes(story)),
      discountPercent: random.pick(["0", "0", "0", "0", "5", "10", "12.5"]),
      itemType: product.trialMaxQuantity && random.chance(0.04) ? "trial" : "new",
      configuration: story === "refused" ? {} : configuration(random, product, account.name),
    })),
    name: random.chance(0.3) ? random.pick(occasions) : "",
    note: random.chance(0.15) ? random.pick(notes) : "",
  };
}

function quantity(random: Random, product: { code: string; type: string }, several: boolean): number {
  if (product.type === "one_off") return random.between(1, 3);
  if (/^(MAIL|OFFICE|EDR|BKP)/.test(product.code)) return random.between(5, 60);
  if (product.type === "asset") return random.between(1, 2);
  return random.between(several ? 2 : 1, 6);
}

function configuration(
  random: Random,
  product: { requiredConfiguration: readonly string[] },
  account: string,
) {
  const word = account
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
  const values: Record<string, string> = {
    "Domain name": `${word}.example`,
    Hostname: `srv${random.between(1, 40)}.${word}.example`,
    "Operating system": random.pick(["Debian 13", "Ubuntu 26.04 LTS", "Windows Server 2025"]),
  };
  return Object.fromEntries(product.requiredConfiguration.map((name) => [name, values[name] ?? "as agreed"]));
}

const occasions = [
  "New branch office",
  "Web shop relaunch",
  "Yearly licence round",
  "Disaster recovery site",
  "Mail migration",
  "Analytics cluster",
  "Onboarding of 20 colleagues",
  "Replacement of the old firewall",
];

const notes = [
  "Deliver before the end of the month.",
  "Customer asks for a call before anything is switched over.",
  "Cost centre 4711 on the invoice.",
  "Second site follows in spring.",
];
