import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { ctxOfKey } from "../api-keys/ctx-of-key";
import { read } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { endUserSessions } from "../sessions/commands/end-sessions";
import { verifyPassword } from "../sign-in/password/password";
import { makeApiKey } from "../testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { storedUser } from "../testing/factories/people";
import { inviteUser } from "./commands/invite-user";
import { sendLink } from "./commands/send-link";
import { activateUser, deactivateUser } from "./commands/set-active";
import { setRole } from "./commands/set-role";
import { showEmailLink } from "./commands/show-email-link";
import { createUser } from "./create-user";
import { getUser, listUsers } from "./queries/users";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const input = {
  email: "new@example.com",
  name: "New Person",
  role: "operator",
  accountId: null,
  timeZone: null,
};
const password = "a long enough password";

const stored = (id: string) => storedUser(here, id);
const audited = (subject: string) =>
  read(here.as.administrator).event.findMany({ where: { subject }, orderBy: { id: "asc" } });

describe("inviting a person", () => {
  test("keeps the email in lower case and no password, and tells the audit log without the link", async () => {
    const invitation = { ...input, email: " Ida@Example.COM " };
    const { id, link } = value(await inviteUser(here.as.administrator, invitation));
    expect(await stored(id)).toMatchObject({ email: "ida@example.com", active: true, passwordHash: null });
    expect(link).toMatch(/^http.*\/welcome\/[\w-]{43}$/);
    const log = await audited("ida@example.com");
    expect(log).toMatchObject([
      { kind: "user.invited", actorName: here.as.administrator.actor.name, after: { role: "operator" } },
      { kind: "user.link_asked_for", after: { purpose: "invitation" } },
    ]);
    expect(JSON.stringify(log.map(({ after }) => after))).not.toContain("welcome");
  });

  test("again names the person who has not accepted, and leaves everything as it is", async () => {
    const invitation = { ...input, email: "twice@example.com" };
    const { id } = value(await inviteUser(here.as.administrator, invitation));
    const again = await inviteUser(here.as.administrator, invitation);
    expect(again).toMatchObject({ refusal: { reason: "already_invited", id, path: "email" } });
    expect(await read(here.as.administrator).oneTimeLink.count({ where: { userId: id } })).toBe(1);
  });

  test("refuses the address of somebody who has accepted here", async () => {
    const { email } = await makeUser(here);
    expect(await inviteUser(here.as.administrator, { ...input, email })).toEqual({
      ok: false,
      refusal: { reason: "email_taken", path: "email" },
    });
  });
});

describe("creating a user with a password, as the command line does", () => {
  test("keeps a hash of the password, the email in lower case, and tells the audit log without either", async () => {
    const { id } = value(
      await createUser(here.as.administrator, { ...input, password, email: " Ada@Example.COM " }),
    );
    const user = await stored(id);
    expect(user).toMatchObject({
      email: "ada@example.com",
      role: "operator",
      active: true,
      sessionVersion: 1,
    });
    expect(await verifyPassword(user.passwordHash, password)).toBe(true);
    const log = await audited("ada@example.com");
    expect(log).toMatchObject([{ kind: "user.created", actorName: here.as.administrator.actor.name }]);
    expect(JSON.stringify(log.map(({ after }) => after))).not.toMatch(/password|argon/);
  });

  test.each([
    ["password", "short"],
    ["password", "x".repeat(201)],
    ["password", " ".repeat(20)],
  ])("%s %j is refused", async (field, typed) => {
    const attempt = createUser(here.as.administrator, { ...input, password, [field]: typed });
    await expect(attempt).rejects.toThrow(ZodError);
  });
});

describe("an invitation", () => {
  test("two spellings of one domain are one email, also when two ask at once", async () => {
    const answers = await Promise.all([
      inviteUser(here.as.administrator, { ...input, email: "Info@Müller.example" }),
      inviteUser(here.as.administrator, { ...input, email: "info@xn--mller-kva.example" }),
    ]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { path: "email" } });
  });

  test("a customer acts for an account of the same organization", async () => {
    const [own, foreign] = [await makeAccount(here), await makeAccount(there)];
    const customer = { ...input, email: "customer@example.org", role: "customer" };
    const refused = await inviteUser(here.as.administrator, { ...customer, accountId: foreign.id });
    expect(refused).toMatchObject({ ok: false, refusal: { reason: "unknown_account" } });
    const { id } = value(await inviteUser(here.as.administrator, { ...customer, accountId: own.id }));
    expect(await stored(id)).toMatchObject({ role: "customer", accountId: own.id });
  });

  test.each([
    ["email", ""],
    ["email", "nobody"],
    ["email", `${"x".repeat(250)}@example.com`],
    ["name", "   "],
    ["name", "x".repeat(81)],
    ["name", 7],
    ["password", "no administrator chooses it"],
    ["role", "owner"],
    ["role", "customer"],
    ["accountId", "1"],
    ["accountId", crypto.randomUUID()],
    ["timeZone", "Mars/Olympus"],
    ["passwordHash", "forged"],
    ["organizationId", crypto.randomUUID()],
  ])("%s %j is refused before anything is written", async (field, typed) => {
    const attempt = inviteUser(here.as.administrator, { ...input, email: "bad@example.com", [field]: typed });
    await expect(attempt).rejects.toThrow(ZodError);
  });

  test.each(["ÅÄÖ 李小龍", "👩🏽‍🚀".repeat(10), "שלום עולם"])(
    "the name %s is kept as typed",
    async (name) => {
      const { id } = await makeUser(here, { name });
      expect((await stored(id)).name).toBe(name);
    },
  );
});

describe("the role", () => {
  test("changes at once, with before and after in the audit log", async () => {
    const { id, email } = await makeUser(here);
    value(await setRole(here.as.administrator, { id, version: 1, role: "manager", accountId: null }));
    expect(await stored(id)).toMatchObject({ role: "manager", version: 2 });
    expect((await audited(email)).at(-1)).toMatchObject({
      kind: "user.role_changed",
      before: { role: "operator" },
      after: { role: "manager" },
    });
  });

  test("of a stale version is a conflict", async () => {
    const { id } = await makeUser(here);
    value(await setRole(here.as.administrator, { id, version: 1, role: "manager", accountId: null }));
    const late = setRole(here.as.administrator, { id, version: 1, role: "operator", accountId: null });
    await expect(late).rejects.toThrow(Conflict);
    expect((await stored(id)).role).toBe("manager");
  });
});

test("two administrators who take each other's role at once leave one", async () => {
  const organization = await makeOrganization();
  const [a, b] = [
    await makeUser(organization, { role: "administrator" }),
    await makeUser(organization, { role: "administrator" }),
  ];
  const take = ({ id }: { id: string }) =>
    setRole(organization.as.administrator, { id, version: 1, role: "operator", accountId: null });
  const leave = ({ id }: { id: string }) => deactivateUser(organization.as.administrator, { id, version: 1 });
  const answers = await Promise.all([take(a), leave(b)]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "last_administrator" } });
});

describe("deactivating", () => {
  test("ends every session, and activating does not bring them back", async () => {
    const { id, email } = await makeUser(here);
    value(await deactivateUser(here.as.administrator, { id, version: 1 }));
    expect(await stored(id)).toMatchObject({ active: false, sessionVersion: 2, version: 2 });
    value(await activateUser(here.as.administrator, { id, version: 2 }));
    expect(await stored(id)).toMatchObject({ active: true, sessionVersion: 2, version: 3 });
    expect((await audited(email)).map(({ kind }) => kind)).toEqual([
      "user.created",
      "user.deactivated",
      "user.activated",
    ]);
  });

  test("oneself is refused", async () => {
    const { id } = await makeUser(here, { role: "administrator" });
    const self = { ...here.as.administrator, actor: { ...here.as.administrator.actor, id } };
    expect(await deactivateUser(self, { id, version: 1 })).toMatchObject({ refusal: { reason: "own_user" } });
  });
});

test("a link for a new password changes nothing by itself", async () => {
  const { id } = await makeUser(here);
  const before = await stored(id);
  const { link } = value(await sendLink(here.as.administrator, { id }));
  expect(link).toContain("/new-password/");
  expect(await stored(id)).toEqual(before);
});

test("a deactivated user gets no link", async () => {
  const { id } = await makeUser(here);
  value(await deactivateUser(here.as.administrator, { id, version: 1 }));
  expect(await sendLink(here.as.administrator, { id })).toMatchObject({
    refusal: { reason: "user_inactive" },
  });
});

test("an administrator ends every session of a user, who keeps the password", async () => {
  const { id, email } = await makeUser(here);
  const { passwordHash } = await stored(id);
  value(await endUserSessions(here.as.administrator, { id }));
  expect(await stored(id)).toMatchObject({ sessionVersion: 2, passwordHash });
  expect((await audited(email)).at(-1)).toMatchObject({ kind: "user.sessions_ended" });
});

describe("nobody but an administrator of the organization", () => {
  const commands = [
    ["invites", (ctx: never) => inviteUser(ctx, input)],
    [
      "sets a role",
      (ctx: never, id: string) => setRole(ctx, { id, version: 1, role: "manager", accountId: null }),
    ],
    ["deactivates", (ctx: never, id: string) => deactivateUser(ctx, { id, version: 1 })],
    ["activates", (ctx: never, id: string) => activateUser(ctx, { id, version: 1 })],
    ["sends a link", (ctx: never, id: string) => sendLink(ctx, { id })],
    ["makes a link of a new address", (ctx: never, id: string) => showEmailLink(ctx, { id })],
    ["ends the sessions", (ctx: never, id: string) => endUserSessions(ctx, { id })],
    ["reads one", (ctx: never, id: string) => getUser(ctx, id)],
    ["lists", (ctx: never) => listUsers(ctx, {})],
  ] as const;

  test.each(commands)("%s", async (name, command) => {
    const { id } = await makeUser(here);
    const before = await stored(id);
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(command(here.as[role] as never, id)).rejects.toThrow(Forbidden);
    }
    if (name !== "invites" && name !== "lists") {
      await expect(command(there.as.administrator as never, id)).rejects.toThrow(NotFound);
    }
    expect(await stored(id)).toEqual(before);
  });
});

test("the list is the organization's own, searched and filtered", async () => {
  const organization = await makeOrganization();
  const zoe = await makeUser(organization, { name: "Zoë 100200%", role: "manager" });
  const abe = await makeUser(organization, { name: "Abe" });
  const ids = async (raw: object) =>
    (await listUsers(organization.as.administrator, raw)).rows.map(({ id }) => id);
  expect((await ids({})).sort()).toEqual([zoe.id, abe.id].sort());
  expect(await ids({ q: "100200%" })).toEqual([zoe.id]);
  expect(await ids({ q: "100200 zoe" })).toEqual([zoe.id]);
  expect(await ids({ q: "%" })).toEqual([]);
  expect(await ids({ role: "operator" })).toEqual([abe.id]);
  expect(await ids({ role: "no such role", q: ["a", "b"] })).toHaveLength(2);
  const row = await getUser(organization.as.administrator, zoe.id);
  expect(JSON.stringify(row)).not.toContain("argon");
});

test("a caller whose scopes narrow the role hands out no user who may do more", async () => {
  const { secret } = await makeApiKey(here, { role: "administrator", scopes: ["user:read", "user:save"] });
  const key = await ctxOfKey(secret, new Date());
  if (!key) throw new Error("A new key counts");
  const account = await makeAccount(here);
  const { id } = await makeUser(here);
  const customer = value(
    await inviteUser(key.ctx, { ...input, email: "c@example.com", role: "customer", accountId: account.id }),
  );
  value(await sendLink(key.ctx, { id: customer.id }));
  for (const attempt of [
    () => inviteUser(key.ctx, { ...input, email: "o@example.com" }),
    () => setRole(key.ctx, { id: customer.id, version: 1, role: "manager", accountId: null }),
    () => sendLink(key.ctx, { id }),
  ]) {
    await expect(attempt()).rejects.toThrow(Forbidden);
  }
  expect(await read(here.as.administrator).oneTimeLink.count({ where: { userId: id } })).toBe(0);
});
