import pg from "pg";
import { beforeAll, describe, expect, it, test } from "vitest";
import { config } from "../kernel/config";
import { read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { transaction } from "../kernel/transaction";
import { type PersonCtx, personOf } from "../profile/person";
import { loadSession, type Session } from "../sign-in/session/session";
import { claimsOf, type SessionClaims } from "../sign-in/session/session-token";
import { endSessionsOf, endSessionWith } from "../sign-in/session/sessions";
import { signIn } from "../sign-in/sign-in";
import { forgetExpired } from "../sign-in/tries/forget-expired";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import { makeCustomer } from "../testing/factories/customers";
import { chooseAnother, signedIn } from "../testing/factories/people";
import { statementsSentBy } from "../testing/sent-statements";
import { deactivateUser } from "../users/commands/set-active";
import { endOwnSession } from "./commands/end-session";
import { endOtherSessions, endUserSessions } from "./commands/end-sessions";
import { listOwnSessions } from "./queries/sessions";

const password = "a password for tests";
const now = new Date("2026-03-01T09:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1000);
const { longest, idle } = config().sessions;
const seen = { device: "Firefox on Linux", address: "192.0.2.9" };

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

type User = { id: string };
const begin = (user: User, from = seen, at = now) =>
  claimsOf({ ...user, organizationId: here.organizationId, sessionVersion: 1 }, from, at);
const load = (claims: SessionClaims, at = now, usedFrom: string | null = null) =>
  loadSession(claims, { now: at, browserTimeZone: null, locale: "de-DE", usedFrom });

async function personIn(claims: SessionClaims): Promise<PersonCtx> {
  const session = await load(claims);
  if (!session) throw new Error("The session does not count");
  return personOf(session);
}

const auditOf = (subject: string) =>
  read(here.as.administrator).event.findMany({
    where: { subject, kind: { in: ["user.session_ended", "user.sessions_ended"] } },
    orderBy: { id: "asc" },
    select: { kind: true, after: true },
  });

describe("a session", () => {
  it("is the user as the row is now", async () => {
    const user = await makeUser(here, { role: "manager", timeZone: "Europe/Berlin" });
    const session = await load(await begin(user));
    expect(session?.ctx).toMatchObject({
      actor: { type: "user", id: user.id, role: "manager" },
      sessionId: session?.id,
      timeZone: "Europe/Berlin",
      locale: "de-DE",
      now,
    });
    expect(session?.organization.name).toBe(here.name);
  });

  it("is found by one statement, and the cookie's secret stands in no row", async () => {
    const claims = await begin(await makeUser(here));
    const statements = await statementsSentBy(() => load(claims));
    expect(statements).toHaveLength(1);
    const rows = await read(here.as.administrator).session.findMany({});
    expect(JSON.stringify(rows)).not.toContain(claims.sessionId);
  });

  it("ends at once when the user is deactivated, and does not come back when they are activated", async () => {
    const user = await makeUser(here);
    const claims = await begin(user);
    expect(await load(claims)).not.toBeNull();
    value(await deactivateUser(here.as.administrator, { id: user.id, version: 1 }));
    expect(await load(claims)).toBeNull();
    await unscoped().user.updateMany({ where: { id: user.id }, data: { active: true } });
    expect(await load(claims)).toBeNull();
  });

  it("is nobody's in another organization", async () => {
    const claims = await begin(await makeUser(here));
    const { organizationId } = await makeOrganization();
    expect(await load({ ...claims, organizationId })).toBeNull();
  });

  it("ends where it was signed out, and nowhere else", async () => {
    const user = await makeUser(here);
    const [signedOut, elsewhere] = [await begin(user), await begin(user)];
    await endSessionWith(signedOut, now);
    await endSessionWith(signedOut, seconds(1));
    expect(await load(signedOut)).toBeNull();
    expect(await load(elsewhere)).not.toBeNull();
    const told = await unscoped().event.findMany({ where: { subject: user.email, kind: "user.signed_out" } });
    expect(told).toMatchObject([{ actorId: user.id, at: now }]);
  });

  it("is over after its longest time, however much it is used, and is then forgotten", async () => {
    const claims = await begin(await makeUser(here));
    for (let at = 0; at < longest; at += idle - 60) await load(claims, seconds(at), "192.0.2.9");
    expect(await load(claims, seconds(longest - 1))).not.toBeNull();
    expect(await load(claims, seconds(longest))).toBeNull();
    await forgetExpired(seconds(longest - 1));
    expect(await read(here.as.administrator).session.count({ where: { createdAt: now } })).toBeGreaterThan(0);
    await forgetExpired(seconds(longest + 1));
    expect(await read(here.as.administrator).session.count({ where: { createdAt: now } })).toBe(0);
  });

  it("is over when nobody used it for too long, and an open tab is no use", async () => {
    const user = await makeUser(here);
    const [used, open] = [await begin(user), await begin(user)];
    expect((await load(used, seconds(idle - 60), "192.0.2.9"))?.endsAt).toEqual(seconds(idle));
    expect((await load(used, seconds(idle - 60)))?.endsAt).toEqual(seconds(2 * idle - 60));
    await load(open, seconds(idle - 60), null);
    expect(await load(used, seconds(idle + 1))).not.toBeNull();
    expect(await load(open, seconds(idle + 1))).toBeNull();
  });

  it("keeps its last use and address at most once a minute", async () => {
    const claims = await begin(await makeUser(here));
    const person = await personIn(claims);
    const lastUse = async () =>
      (await listOwnSessions(person)).map(({ lastUsedAt, address }) => [lastUsedAt, address]);
    await load(claims, seconds(59), "198.51.100.1");
    expect(await lastUse()).toEqual([[now.toISOString(), seen.address]]);
    await Promise.all([1, 2, 3].map(() => load(claims, seconds(61), "198.51.100.1")));
    expect(await lastUse()).toEqual([[seconds(61).toISOString(), "198.51.100.1"]]);
  });
});

describe("the list of sessions", () => {
  it("has those of the person that count, the one of the request first", async () => {
    const user = await makeUser(here);
    const mine = await begin(user);
    const phone = await begin(user, { device: "Safari on iOS", address: "203.0.113.7" }, seconds(5));
    await begin(await makeUser(here));
    await begin(user, seen, seconds(-longest));
    await endSessionWith(await begin(user), now);
    const shown = await listOwnSessions(await personIn(mine));
    expect(shown.map(({ device, address, current }) => [device, address, current])).toEqual([
      ["Firefox on Linux", "192.0.2.9", true],
      ["Safari on iOS", "203.0.113.7", false],
    ]);
    const again = await listOwnSessions(await personIn(phone));
    expect(again.map(({ current }) => current)).toEqual([true, false]);
  });
});

describe("ending", () => {
  it("ends one session, once, and records it", async () => {
    const user = await makeUser(here);
    const [mine, other] = [await begin(user), await begin(user)];
    const person = await personIn(mine);
    const { id } = (await load(other)) as Session;
    value(await endOwnSession(person, { id }));
    value(await endOwnSession(person, { id }));
    expect(await load(other)).toBeNull();
    expect(await load(mine)).not.toBeNull();
    expect(await auditOf(user.email)).toEqual([{ kind: "user.session_ended", after: seen }]);
  });

  it("finds no session of anybody else, in this organization or another", async () => {
    const victim = await begin(await makeUser(here));
    const { id } = (await load(victim)) as Session;
    const there = await makeOrganization();
    const stranger = personOf({
      ctx: there.as.operator,
      user: { id: here.as.operator.actor.id } as Session["user"],
      signedInWithFactor: true,
    });
    const colleague = await personIn(await begin(await makeUser(here)));
    const customer = await makeCustomer(here);
    const buyer = { ...customer } as unknown as PersonCtx;
    for (const who of [stranger, colleague, buyer])
      await expect(endOwnSession(who, { id })).rejects.toThrow(NotFound);
    expect(await load(victim)).not.toBeNull();
  });

  it("ends all others, and keeps the one of the request", async () => {
    const user = await makeUser(here);
    const [mine, ...others] = [await begin(user), await begin(user), await begin(user)];
    expect(value(await endOtherSessions(await personIn(mine), {}))).toEqual({ sessions: 2 });
    expect(await load(mine)).not.toBeNull();
    for (const other of others) expect(await load(other)).toBeNull();
    expect(await auditOf(user.email)).toEqual([{ kind: "user.sessions_ended", after: { sessions: 2 } }]);
    value(await endOtherSessions(await personIn(mine), {}));
    expect(await load(mine)).not.toBeNull();
  });

  it("ends everything of a user for an administrator, whose own session stays", async () => {
    const user = await makeUser(here);
    const claims = await begin(user);
    value(await endUserSessions(here.as.administrator, { id: user.id }));
    expect(await load(claims)).toBeNull();
    await expect(endUserSessions(here.as.operator, { id: user.id })).rejects.toThrow(Forbidden);
    const there = await makeOrganization();
    await expect(endUserSessions(there.as.administrator, { id: user.id })).rejects.toThrow(NotFound);

    const administrator = await makeUser(here, { role: "administrator" });
    const [own, other] = [await begin(administrator), await begin(administrator)];
    value(await endUserSessions((await personIn(own)).ctx, { id: administrator.id }));
    expect(await load(own)).not.toBeNull();
    expect(await load(other)).toBeNull();
  });

  it("ends everything with a new password", async () => {
    const user = await makeUser(here);
    const claims = await begin(user);
    await chooseAnother(here, user.id);
    expect(await load(claims)).toBeNull();
  });
});

describe("races", () => {
  it("a sign-in with the old password that begins after the new one was set counts for nothing", async () => {
    const user = await makeUser(here);
    const admitted = signedIn(await signIn({ now, address: "192.0.2.200" }, { email: user.email, password }));
    await chooseAnother(here, user.id);
    expect(await load(await claimsOf(admitted, seen, now))).toBeNull();
  });

  it("of two sessions that end each other at once, one stays", async () => {
    const user = await makeUser(here);
    const both = [await begin(user), await begin(user)];
    const people = await Promise.all(both.map(personIn));
    const outcomes = await Promise.allSettled(people.map((person) => endOtherSessions(person, {})));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const counts = await Promise.all(both.map(async (claims) => (await load(claims)) !== null));
    expect(counts).toEqual(outcomes.map(({ status }) => status === "fulfilled"));
  });

  it("a session that is used while it is ended stays ended", async () => {
    const user = await makeUser(here);
    const [mine, used] = [await begin(user), await begin(user)];
    const person = await personIn(mine);
    await Promise.all([
      endOtherSessions(person, {}),
      ...[61, 62, 63, 64].map((at) => load(used, seconds(at), "192.0.2.9")),
    ]);
    expect(await load(used, seconds(70))).toBeNull();
    expect(await load(mine, seconds(70))).not.toBeNull();
  });

  it("two sign-ins at once are two sessions", async () => {
    const user = await makeUser(here);
    const both = await Promise.all([1, 2].map(() => begin(user)));
    expect(await listOwnSessions(await personIn(both[0] as SessionClaims))).toHaveLength(2);
  });

  it("of a change of the password in two sessions at once, the one that ended changes nothing", async () => {
    const user = await makeUser(here);
    const sessions = await Promise.all([1, 2].map(async () => (await load(await begin(user))) as Session));
    const ended = await Promise.allSettled(
      sessions.map(({ ctx, id }) =>
        transaction(ctx, (tx) => endSessionsOf(tx, ctx, user.id, { except: id })),
      ),
    );
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("the end of a session is told to every web process at once", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const heard: string[] = [];
  client.on("notification", ({ payload = "" }) => heard.push(payload));
  await client.query("LISTEN order_desk");
  const user = await makeUser(here);
  const [mine, other] = [await begin(user), await begin(user)];
  const { id } = (await load(other)) as Session;
  value(await endOwnSession(await personIn(mine), { id }));
  await expect.poll(() => heard).toContain(`${here.organizationId} sessions ${id}`);
  await client.end();
});
