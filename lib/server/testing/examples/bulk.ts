import "server-only";
import { startBulkRun } from "../../bulk/commands/start-bulk-run";
import { stopBulkRun } from "../../bulk/commands/stop-bulk-run";
import { preflightBulk } from "../../bulk/queries/preflight-bulk";
import type { Ctx } from "../../kernel/ctx";
import { makeUser, type TestOrganization, value } from "../factories/basics";
import type { Examples } from "./example";
import { each, newOrder, oncePer, today } from "./shared";

/** Maps the fields to the selection, which shows the fault of anything that is neither orders nor a filter. */
const ofSelection = { "selection.orderIds": "selection", "selection.orderIds.0": "selection" };

/** Lists what staff send for bulk runs. */
export const bulkExamples: Examples = {
  preflightBulk: {
    input: async (here) => ({
      selection: { orderIds: await newOrders(here) },
      action: "execute",
    }),
    // A missing order is counted as missing, so any id is valid.
    kinds: { "selection.orderIds.*": "anyId" },
    elsewhere: ofSelection,
  },
  startBulkRun: {
    who: inPerson,
    input: async (here) => {
      const selection = { orderIds: await newOrders(here) };
      const { shown } = await preflightBulk(here.as.operator, { selection, action: "execute" });
      const work = { action: "execute", input: { startDate: today() } };
      return { selection, work, readyOnly: false, seen: shown.seen };
    },
    // The status is read only when each order's turn comes.
    without: ["work.input.statusId"],
    kinds: {
      "work.input": "nothingNeeded",
      "work.input.startDate": "optional",
      readyOnly: "optionalYes",
      seen: "optional",
    },
    elsewhere: ofSelection,
  },
  stopBulkRun: {
    input: async (here) => ({ runId: await begunRun(here) }),
  },
  retryBulkRun: {
    who: inPerson,
    input: async (here) => {
      const runId = await begunRun(here);
      value(await stopBulkRun(here.as.operator, { runId }));
      return { runId };
    },
  },
};

/** Returns the Ctx of a stored user, because bulk runs are done in a user's name. */
async function inPerson(ctx: Ctx, here: TestOrganization): Promise<Ctx> {
  return { ...ctx, actor: { ...ctx.actor, id: (await runner(here)).id } };
}

const runner = oncePer((here) => makeUser(here, { role: "operator" }));

const newOrders = (here: TestOrganization) => each(here, async () => (await newOrder(here)).id);

export async function begunRun(here: TestOrganization): Promise<string> {
  const selection = { orderIds: await newOrders(here) };
  const ctx = await inPerson(here.as.operator, here);
  const work = { action: "execute", input: {} };
  return value(await startBulkRun(ctx, { selection, work, readyOnly: false })).runId;
}
