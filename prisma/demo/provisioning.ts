import type { Ctx } from "@/lib/server/kernel/ctx";
import { read } from "@/lib/server/kernel/db";
import { completeProvisioning, failProvisioning } from "@/lib/server/provisioning/commands/by-hand";
import { provision } from "@/lib/server/provisioning/commands/provision";
import type { Driver } from "@/lib/server/provisioning/drivers/driver";
import { instantlySimulated } from "@/lib/server/provisioning/drivers/simulated";
import { value } from "@/lib/server/testing/factories/basics";
import { at } from "@/lib/server/testing/factories/contexts";
import { Random } from "./random";
import { days, hours, later, minutes } from "./timeline";

/** The demo's vendors have done what they were asked in the past. */
const done: Driver = { timeLimitMs: () => 15_000, provision: async () => ({ result: "done" }) };
const drivers = { simulated: instantlySimulated, http: done };
const atOnce = 8;

/**
 * Lets vendors and people work off the executed orders by now. Tasks of the last minutes are left to the worker, so
 * that one can watch it.
 */
export async function provisionOrders(system: Ctx, person: Ctx, now: Date): Promise<void> {
  const random = new Random(7);
  const tasks = await read(system).provisioningTask.findMany({
    where: { createdAt: { lt: later(now, -minutes(45)) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, driver: true, createdAt: true },
  });
  const chances = tasks.map(() => ({ wait: random.next(), fails: random.chance(0.12) }));
  for (let start = 0; start < tasks.length; start += atOnce) {
    await Promise.all(
      tasks.slice(start, start + atOnce).map(async (task, i) => {
        const { wait = 0, fails = false } = chances[start + i] ?? {};
        if (task.driver !== "manual") return runDriver(system, task);
        const done = later(task.createdAt, hours(3) + wait ** 3 * days(30));
        if (done < now) await markByHand(at(person, done), task.id, fails);
      }),
    );
  }
}

async function runDriver(system: Ctx, task: { id: string; createdAt: Date }): Promise<void> {
  let time = later(task.createdAt, 2_000);
  for (;;) {
    const clock = () => later(time, 900);
    const outcome = value(await provision(at(system, time), { taskId: task.id }, { drivers, clock }));
    if (outcome !== "postponed") return;
    time = later(time, minutes(2));
  }
}

async function markByHand(ctx: Ctx, taskId: string, fails: boolean): Promise<void> {
  if (!fails) return void value(await completeProvisioning(ctx, { taskId }));
  value(await failProvisioning(ctx, { taskId, reason: "The supplier cannot deliver before next month." }));
}
