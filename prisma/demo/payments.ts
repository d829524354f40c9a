import { localDay } from "@/lib/domain/values/day";
import { formatAmount, sum } from "@/lib/domain/values/money";
import { recordPayment } from "@/lib/server/billing/commands/record-payment";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { read } from "@/lib/server/kernel/db";
import { value } from "@/lib/server/testing/factories/basics";
import { at } from "@/lib/server/testing/factories/contexts";
import type { Random } from "./random";
import { type DemoEvent, days, later, minutes } from "./timeline";

/** Lets most customers pay every two weeks what is three weeks old, and some of them late. */
export function tellPayments(
  random: Random,
  people: readonly Ctx[],
  accounts: readonly { id: string }[],
  now: Date,
): DemoEvent[] {
  return accounts.flatMap((account) => {
    const late = random.chance(0.2);
    return [31, 17, 3].flatMap((daysAgo) => {
      const time = later(now, -days(daysAgo) - minutes(random.between(0, 2000)));
      const person = random.pick(people);
      if (late && random.chance(0.7)) return [];
      return {
        at: time,
        to: `account ${account.id}`,
        run: (paidAt: Date) => pay(at(person, paidAt), account.id),
      };
    });
  });
}

async function pay(ctx: Ctx, accountId: string): Promise<void> {
  const invoices = await read(ctx).invoice.findMany({
    where: { accountId, outstanding: { gt: 0 }, createdAt: { lt: later(ctx.now, -days(20)) } },
    select: { outstanding: true, currency: true, number: true },
    orderBy: { createdAt: "asc" },
  });
  const [first] = invoices;
  if (!first) return;
  const amount = formatAmount(sum(invoices.map(({ outstanding }) => outstanding)), first.currency);
  const receivedOn = localDay(ctx.now, ctx.timeZone);
  value(
    await recordPayment(ctx, { accountId, amount, receivedOn, reference: `Transfer for ${first.number}` }),
  );
}
