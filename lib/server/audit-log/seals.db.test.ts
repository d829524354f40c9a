import { beforeEach, describe, expect, test } from "vitest";
import { read } from "../kernel/db";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "../testing/factories/basics";
import { owner } from "../testing/owner";
import { sealEvents } from "./seal-events";
import { verifySeals } from "./verify-seals";

const now = new Date("2026-11-27T10:00:00Z");

let here: TestOrganization;
beforeEach(async () => {
  here = await makeOrganization();
  await makeAccount(here);
});

const verify = () => verifySeals(here.as.administrator);

/** Seals until nothing is left, since a transaction anywhere in the cluster can hold the feed back. */
async function sealed(): Promise<void> {
  await expect
    .poll(async () => {
      await sealEvents(now);
      const verified = await verify();
      return verified.holds && verified.unsealed;
    })
    .toBe(0);
}

/** Does what only the owner of the tables can. */
async function tamper(statement: string): Promise<void> {
  await owner().$transaction([
    owner().$executeRawUnsafe("ALTER TABLE events DISABLE TRIGGER USER"),
    owner().$executeRawUnsafe(statement),
    owner().$executeRawUnsafe("ALTER TABLE events ENABLE TRIGGER USER"),
  ]);
}

const own = () => `organization_id = '${here.organizationId}'`;

test("events are sealed as they come, each once, and the seals hold", async () => {
  await sealed();
  await makeProduct(here);
  expect(await verify()).toMatchObject({ holds: true, unsealed: 1 });
  await Promise.all([sealEvents(now), sealEvents(now), sealEvents(now)]);
  await sealed();
  const events = await read(here.as.administrator).event.count();
  const seals = await read(here.as.administrator).eventSeal.findMany({ orderBy: { number: "asc" } });
  expect(await verify()).toMatchObject({ holds: true, seals: seals.length, events, unsealed: 0 });
  expect(seals.map(({ number }) => number)).toEqual(seals.map((_, at) => at + 1));
  expect(seals.reduce((sum, seal) => sum + seal.events, 0)).toBe(events);
});

test("nothing new makes no seal", async () => {
  await sealed();
  const count = () => read(here.as.administrator).eventSeal.count();
  const before = await count();
  await sealEvents(now);
  expect(await count()).toBe(before);
});

describe("a seal does not hold", () => {
  beforeEach(async () => {
    await sealed();
    await makeProduct(here);
    await sealed();
  });

  test.each([
    [
      "an event was changed",
      () => `UPDATE events SET actor_name = 'Somebody' WHERE ${own()} AND kind = 'product.created'`,
    ],
    [
      "what an event keeps was changed",
      () => `UPDATE events SET after = '{"price": "2"}' WHERE ${own()} AND kind = 'product.created'`,
    ],
    ["an event was taken away", () => `DELETE FROM events WHERE ${own()} AND kind = 'product.created'`],
    [
      "an event was added",
      () =>
        `INSERT INTO events SELECT (jsonb_populate_record(event, '{"id": 1}')).* FROM events AS event WHERE ${own()} LIMIT 1`,
    ],
  ])("when %s", async (_, statement) => {
    expect(await verify()).toMatchObject({ holds: true });
    await tamper(statement());
    expect(await verify()).toMatchObject({ holds: false });
  });

  test("when a seal was taken away", async () => {
    await owner().$transaction([
      owner().$executeRawUnsafe("ALTER TABLE event_seals DISABLE TRIGGER USER"),
      owner().$executeRawUnsafe(`DELETE FROM event_seals WHERE ${own()} AND number = 1`),
      owner().$executeRawUnsafe("ALTER TABLE event_seals ENABLE TRIGGER USER"),
    ]);
    expect(await verify()).toMatchObject({ holds: false, before: null });
  });
});
