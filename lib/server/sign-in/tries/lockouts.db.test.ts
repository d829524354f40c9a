import { beforeAll, describe, expect, it, test } from "vitest";
import { addressLimit, knownDeviceDays, lockout } from "@/lib/domain/sign-in/lockout";
import { listAuditLog } from "../../audit-log/queries/list-audit-log";
import { read, unscoped } from "../../kernel/db";
import { makeOrganization, makeUser, type TestOrganization, value } from "../../testing/factories/basics";
import { makeCustomer } from "../../testing/factories/customers";
import { chooseAnother, signedIn } from "../../testing/factories/people";
import { deactivateUser } from "../../users/commands/set-active";
import { mostWaiting, mostWaitingOfAddress, takePlace } from "../password/password";
import type { DeviceCookie } from "../session/known-device";
import { signIn } from "../sign-in";
import { forgetExpired } from "./forget-expired";

const password = "a password for tests";
const start = new Date("2026-03-01T09:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const { freeTries } = lockout;

let organization: TestOrganization;
let addresses = 0;
/** Returns an address that nobody has tried from yet. */
const newAddress = () => `198.51.${Math.floor(++addresses / 250)}.${addresses % 250}`;

beforeAll(async () => {
  organization = await makeOrganization();
});

type From = { address: string; now?: Date; device?: DeviceCookie; password?: string };

function trySignIn(email: string, { address, now = start, device, password: typed = "wrong" }: From) {
  const cookieOf = (name: string) => (name === device?.name ? device.value : undefined);
  return signIn({ now, address, cookieOf }, { email, password: typed });
}

async function failUntilLocked(email: string, from: From): Promise<void> {
  for (let i = 0; i < freeTries; i++)
    expect(await trySignIn(email, from)).toMatchObject({ refusal: { reason: "wrong" } });
}

async function deviceOf(email: string): Promise<DeviceCookie> {
  return signedIn(await trySignIn(email, { address: newAddress(), password })).device;
}

const lockouts = (subject: string) =>
  read(organization.as.administrator).event.findMany({
    where: { subject, kind: "user.sign_in_locked" },
    orderBy: { id: "asc" },
    select: { after: true },
  });
const messagesTo = (address: string) =>
  read(organization.as.administrator).message.findMany({
    where: { address, type: "sign_in_locked" },
    select: { text: true, language: true, state: true },
  });

describe("the wait after failed tries", () => {
  it("begins with the fifth one, doubles to an hour, and says when the next try counts", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    const waits: number[] = [];
    let minutes = 0;
    for (let i = 0; i < 13; i++) {
      const result = await trySignIn(email, { address, now: later(minutes) });
      if (result.ok || result.refusal.reason !== "wrong") throw new Error(`Try ${i} did not count`);
      const wait = result.refusal.retryAfterSeconds / 60;
      waits.push(wait);
      if (wait > 0) {
        const early = { address, now: new Date(later(minutes + wait).getTime() - 1000), password };
        expect(await trySignIn(email, early)).toEqual({
          ok: false,
          refusal: { reason: "too_many", retryAfterSeconds: 1 },
        });
      }
      minutes += wait;
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it("is the same for an email that nobody has", async () => {
    const { email } = await makeUser(organization);
    const answers = async (of: string) => {
      const address = newAddress();
      const all = [];
      for (let i = 0; i <= freeTries; i++) all.push(await trySignIn(of, { address }));
      return all;
    };
    expect(await answers("nobody-at-all@example.com")).toEqual(await answers(email));
  });

  it("ends with a success, which forgets the failed tries", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    await failUntilLocked(email, { address });
    expect(await trySignIn(email, { address, now: later(1), password })).toMatchObject({ ok: true });
    await failUntilLocked(email, { address, now: later(2) });
  });

  it("starts anew a day after the last failed try", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    await failUntilLocked(email, { address });
    await failUntilLocked(email, { address, now: later(lockout.forgottenHours * 60 + 1) });
    await forgetExpired(later(2 * lockout.forgottenHours * 60 + 2));
    expect(await unscoped().signInTries.count({ where: { lastAt: { lte: later(2000) } } })).toBe(0);
  });

  it("counts tries that come at once one by one", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    const all = await Promise.all(Array.from({ length: 4 * freeTries }, () => trySignIn(email, { address })));
    const judged = all.filter((result) => !result.ok && result.refusal.reason === "wrong");
    expect(judged).toHaveLength(freeTries);
    expect(await lockouts(email)).toHaveLength(1);
    expect(await messagesTo(email)).toHaveLength(1);
  });
});

describe("others cannot lock a person out", () => {
  it("from another address", async () => {
    const { email } = await makeUser(organization);
    await failUntilLocked(email, { address: newAddress() });
    expect(await trySignIn(email, { address: newAddress(), password })).toMatchObject({ ok: true });
  });

  it("from the same office, where they mistype their own password", async () => {
    const [colleague, { email }] = [await makeUser(organization), await makeUser(organization)];
    const address = newAddress();
    await failUntilLocked(colleague.email, { address });
    for (let i = 0; i < addressLimit.tries; i++) await trySignIn(colleague.email, { address });
    expect(await trySignIn(email, { address, password })).toMatchObject({ ok: true });
  });

  it("from a known device's own address, nor by locking the address", async () => {
    const { email } = await makeUser(organization);
    const device = await deviceOf(email);
    const address = newAddress();
    await failUntilLocked(email, { address });
    await lockAddress(address);
    expect(await trySignIn(email, { address, password })).toMatchObject({ refusal: { reason: "too_many" } });
    expect(await trySignIn(email, { address, password, device })).toMatchObject({ ok: true });
  });
});

/** Leaves an address no try. */
async function lockAddress(address: string, tries: number = addressLimit.tries): Promise<void> {
  const key = `sign-in-address:${address}`;
  const limit = { points: tries, expire: Date.now() + 60_000 };
  await unscoped().rateLimit.upsert({ where: { key }, create: { key, ...limit }, update: limit });
}

describe("an address", () => {
  it("is locked for everyone after many failed tries, whose tries then count for no email", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    await lockAddress(address);
    for (let i = 0; i < 2 * freeTries; i++)
      expect(await trySignIn(email, { address })).toMatchObject({ refusal: { reason: "too_many" } });
    expect(await unscoped().rateLimit.deleteMany({ where: { key: `sign-in-address:${address}` } })).toEqual({
      count: 1,
    });
    await failUntilLocked(email, { address });
  });

  it("is recorded when its last try fails, and only then", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    await lockAddress(address, addressLimit.tries - 1);
    await trySignIn(email, { address });
    await trySignIn(email, { address });
    expect(await lockouts(email)).toEqual([{ after: { address, locked: "address", minutes: 15 } }]);
    expect(await messagesTo(email)).toEqual([]);
  });

  test.each([
    ["of IPv6 counts by its /64", "2001:db8:7:1::1", "2001:db8:7:1:ffff::2", true],
    ["of another /64 counts apart", "2001:db8:7:2::1", "2001:db8:7:3::1", false],
    ["of IPv4 that is written as IPv6 counts as IPv4", "::ffff:192.0.2.77", "192.0.2.77", true],
  ])("%s", async (_, first, second, same) => {
    const { email } = await makeUser(organization);
    await failUntilLocked(email, { address: first });
    expect(await trySignIn(email, { address: second })).toMatchObject({
      refusal: { reason: same ? "too_many" : "wrong" },
    });
  });
});

describe("a known device", () => {
  it("has tries of its own, which lock it alone", async () => {
    const { email } = await makeUser(organization);
    const device = await deviceOf(email);
    const address = newAddress();
    await failUntilLocked(email, { address, device });
    expect(await trySignIn(email, { address, device, password })).toMatchObject({
      refusal: { reason: "too_many" },
    });
    expect(await trySignIn(email, { address, password })).toMatchObject({ ok: true });
    expect(await lockouts(email)).toEqual([{ after: { address, locked: "device", minutes: 1 } }]);
  });

  it("stays the same device by signing in again", async () => {
    const { email } = await makeUser(organization);
    const device = await deviceOf(email);
    const again = signedIn(
      await trySignIn(email, { address: newAddress(), device, password, now: later(5) }),
    );
    expect(again.device.name).toBe(device.name);
    expect(again.device.value.split(".")[0]).toBe(device.value.split(".")[0]);
  });

  const foreign: [string, (mine: DeviceCookie, email: string) => Promise<From>][] = [
    [
      "somebody else's",
      async ({ name }) => ({
        address: "",
        device: { name, value: (await deviceOf((await makeUser(organization)).email)).value },
      }),
    ],
    [
      "forged",
      async ({ name, value: it }) => ({ address: "", device: { name, value: `${it.slice(0, -2)}AA` } }),
    ],
    [
      "longer than its time",
      async (device) => ({ address: "", device, now: later(knownDeviceDays * 24 * 60 + 1) }),
    ],
    [
      "one of an earlier password",
      async (device, email) => {
        const { id } = await unscoped().user.findFirstOrThrow({ where: { email } });
        await chooseAnother(organization, id);
        return { address: "", device };
      },
    ],
  ];
  test.each(foreign)("is not %s", async (_, make) => {
    const { email } = await makeUser(organization);
    const { now = start, ...from } = await make(await deviceOf(email), email);
    const address = newAddress();
    await failUntilLocked(email, { address, now });
    expect(await trySignIn(email, { ...from, address, now })).toMatchObject({
      refusal: { reason: "too_many" },
    });
  });
});

describe("a lockout is told", () => {
  it("to administrators in the audit log, and to the person once an hour, in English to staff", async () => {
    const { email } = await makeUser(organization);
    const address = newAddress();
    await failUntilLocked(email, { address });
    await trySignIn(email, { address, now: later(1) });
    await failUntilLocked(email, { address: newAddress(), now: later(2) });
    expect(await lockouts(email)).toHaveLength(3);
    expect(await messagesTo(email)).toEqual([
      { text: expect.stringContaining(`from the address ${address}`), language: "en", state: "waiting" },
    ]);
    await failUntilLocked(email, { address: newAddress(), now: later(90) });
    expect(await messagesTo(email)).toHaveLength(2);

    const { rows } = await listAuditLog(organization.as.administrator, { q: email });
    expect(rows.find(({ kind }) => kind === "user.sign_in_locked")).toMatchObject({ subject: email });
  });

  it("in German to a customer who gets messages in German", async () => {
    const { userId, accountId } = await makeCustomer(organization);
    const accounts = read(organization.as.administrator).account;
    await accounts.updateMany({ where: { id: accountId }, data: { language: "de" } });
    const { email } = await unscoped().user.findFirstOrThrow({ where: { id: userId } });
    await failUntilLocked(email, { address: newAddress() });
    expect(await messagesTo(email)).toEqual([
      expect.objectContaining({ text: expect.stringContaining("eine Minute lang"), language: "de" }),
    ]);
  });

  it("neither to a person who is deactivated nor about an email that nobody has", async () => {
    const { id, email } = await makeUser(organization);
    value(await deactivateUser(organization.as.administrator, { id, version: 1 }));
    await failUntilLocked(email, { address: newAddress() });
    await failUntilLocked("nobody-to-tell@example.com", { address: newAddress() });
    expect(await messagesTo(email)).toEqual([]);
    expect(await messagesTo("nobody-to-tell@example.com")).toEqual([]);
    expect(await lockouts(email)).toHaveLength(1);
  });
});

test("a try for which nobody has time counts for nothing", async () => {
  const { email } = await makeUser(organization);
  const address = newAddress();
  const places = Array.from({ length: mostWaiting }, () => takePlace(newAddress()));
  for (let i = 0; i < 2 * freeTries; i++)
    expect(await trySignIn(email, { address, password })).toEqual({ ok: false, refusal: { reason: "busy" } });
  for (const leave of places) leave?.();
  await failUntilLocked(email, { address });
});

test("one address leaves most places to others", async () => {
  const { email } = await makeUser(organization);
  const address = newAddress();
  const places = Array.from({ length: mostWaiting }, () => takePlace(address));
  expect(places.filter((leave) => leave !== null)).toHaveLength(mostWaitingOfAddress);
  expect(await trySignIn(email, { address, password })).toMatchObject({ refusal: { reason: "busy" } });
  expect(await trySignIn(email, { address: newAddress(), password })).toMatchObject({ ok: true });
  for (const leave of places) leave?.();
  expect(await trySignIn(email, { address, password })).toMatchObject({ ok: true });
});
