import "server-only";
import { startBulkRun } from "../../bulk/commands/start-bulk-run";
import { stopBulkRun } from "../../bulk/commands/stop-bulk-run";
import { preflightBulk } from "../../bulk/queries/preflight-bulk";
import type { Ctx } from "../../kernel/ctx";
import { makeUser, type TestOrganization, value } from "../factories/basics";
import type { Examples } from "./example";
import { each, newOrder, oncePer, today } from "./shared";

/** Orders or a filter: what is neither is no selection. */
const ofSelection = { "selection.orderIds": "selection", "selection.orderIds.0": "selection" };

/** What staff send: bulk. */
export const bulkExamples: Examples = {
  preflightBulk: {
    input: async (here) => ({
      selection: { orderIds: await newOrders(here) },
      action: "execute",
    }),
    // An order that is not there is counted as such.
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
    // A status is asked for when each order's turn comes.
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

/** Somebody who is a user: bulk runs are done in their name. */
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
