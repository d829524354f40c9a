import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { mostColleagues } from "@/lib/domain/account-role";
import { read } from "../../kernel/db";
import { Conflict, NotFound } from "../../kernel/errors";
import { tryLimits } from "../../sign-in/tries/rate-limit";
import {
  makeAccount,
  makeOrganization,
  makeUser,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeColleague, storedColleague } from "../../testing/factories/colleagues";
import { makeCustomer, makeReseller } from "../../testing/factories/customers";
import { inviteUser } from "../../users/commands/invite-user";
import { deactivateUser } from "../../users/commands/set-active";
import { setRole } from "../../users/commands/set-role";
import { getUser } from "../../users/queries/users";
import type { CustomerCtx } from "../customer";
import { inviteColleague } from "./commands/invite-colleague";
import { sendColleagueLink } from "./commands/send-colleague-link";
import { setAccountRole } from "./commands/set-account-role";
import { activateColleague, deactivateColleague } from "./commands/set-colleague-active";
import { listColleagues } from "./queries/list-colleagues";

let here: TestOrganization;
let owner: CustomerCtx;
let stranger: CustomerCtx;
beforeAll(async () => {
  here = await makeOrganization();
  [owner, stranger] = [await makeCustomer(here), await makeCustomer(here)];
});

const email = () => `${crypto.randomUUID()}@people.example`;
const events = (subject: string) =>
  read(here.as.administrator).event.findMany({ where: { subject }, orderBy: { id: "asc" } });

describe("an invitation by a colleague", () => {
  test("is for the own account and kind, and answers a link once where no mail server is", async () => {
    const person = { email: email(), name: "Cleo", accountRole: "billing" };
    const { id, link } = value(await inviteColleague(owner, person));
    expect(link).toMatch(/\/welcome\/[\w-]{43}$/);
    expect(await storedColleague(here, id)).toMatchObject({
      ...{ accountId: owner.accountId, role: "customer", accountRole: "billing", acceptedAt: null },
    });
    expect(await events(person.email)).toMatchObject([
      { kind: "user.invited", actorId: owner.userId, after: { role: "customer", accountRole: "billing" } },
      { kind: "user.link_asked_for" },
    ]);
    expect(await inviteColleague(owner, person)).toMatchObject({
      refusal: { reason: "already_invited", id },
    });
    const again = value(await sendColleagueLink(owner, { id })).link;
    expect(again).not.toBe(link);
    const reseller = await makeReseller(here);
    const other = value(await inviteColleague(reseller, { ...person, email: email() }));
    expect(await storedColleague(here, other.id)).toMatchObject({ role: "reseller" });
  });

  test("tells nothing of people of other accounts", async () => {
    const theirs = { email: email(), name: "Sol", accountRole: "buyer" };
    const { id } = value(await inviteColleague(stranger, theirs));
    expect(await inviteColleague(owner, theirs)).toEqual({
      ok: false,
      refusal: { reason: "email_taken", path: "email" },
    });
    await expect(sendColleagueLink(owner, { id })).rejects.toThrow(NotFound);
    const seen = { id, version: 1 };
    await expect(setAccountRole(owner, { ...seen, accountRole: "viewer" })).rejects.toThrow(NotFound);
    await expect(deactivateColleague(owner, seen)).rejects.toThrow(NotFound);
    await expect(activateColleague(owner, seen)).rejects.toThrow(NotFound);
    const staff = await makeUser(here);
    await expect(deactivateColleague(owner, { id: staff.id, version: 1 })).rejects.toThrow(NotFound);
    expect((await listColleagues(owner)).map((row) => row.id)).not.toContain(id);
  });

  test.each([
    ["accountRole", "owner"],
    ["accountRole", null],
    ["accountId", crypto.randomUUID()],
    ["role", "administrator"],
    ["email", "nobody"],
  ])("with %s %j is refused", async (field, typed) => {
    const person = { email: email(), name: "Eve", accountRole: "buyer", [field]: typed };
    await expect(inviteColleague(owner, person)).rejects.toThrow(ZodError);
  });

  test("is one of so many in a quarter of an hour, repeated ones too", async () => {
    const [busy, other] = [await makeCustomer(here), await makeCustomer(here)];
    const invited = () => inviteColleague(busy, { email: email(), name: "Cleo", accountRole: "buyer" });
    const { id } = value(await invited());
    for (let sent = 1; sent < tryLimits.colleague_invitation; sent++)
      value(await sendColleagueLink(busy, { id }));
    const tooMany = { refusal: { reason: "too_many_tries" } };
    expect(await sendColleagueLink(busy, { id })).toMatchObject(tooMany);
    expect(await invited()).toMatchObject(tooMany);
    value(await inviteColleague(other, { email: email(), name: "Cleo", accountRole: "buyer" }));
  });

  test("is one of at most 100, also when two ask at once", async () => {
    const full = await makeCustomer(here);
    const { organizationId } = here;
    const made = Array.from({ length: mostColleagues - 2 }, () => ({
      id: crypto.randomUUID(),
      email: email(),
    }));
    await read(here.as.administrator).$executeRaw`
      INSERT INTO people (id, email, sent_email) SELECT id::uuid, email, email
      FROM unnest(${made.map(({ id }) => id)}::text[], ${made.map((one) => one.email)}::text[]) AS made (id, email)`;
    await read(here.as.administrator).user.createMany({
      data: made.map(({ id: personId, email }) => ({
        ...{ organizationId, personId, email, sentEmail: email, name: "Many" },
        ...{ role: "customer" as const, accountRole: "viewer" as const, accountId: full.accountId },
      })),
    });
    const invite = () => inviteColleague(full, { email: email(), name: "Last", accountRole: "viewer" });
    const answers = await Promise.all([invite(), invite()]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "too_many_colleagues" } });
  });
});

describe("a colleague", () => {
  test("gets another role, with before and after in the audit log", async () => {
    const buyer = await makeColleague(here, owner, "buyer");
    const change = { id: buyer.userId, version: 1, accountRole: "viewer" };
    value(await setAccountRole(owner, change));
    await expect(setAccountRole(owner, change)).rejects.toThrow(Conflict);
    const { email: subject } = await storedColleague(here, buyer.userId);
    expect((await events(subject)).at(-1)).toMatchObject({
      kind: "user.role_changed",
      before: { accountRole: "buyer" },
      after: { accountRole: "viewer" },
    });
  });

  test("is deactivated and activated, and gets no invitation once they have accepted", async () => {
    const { userId: id } = await makeColleague(here, owner, "buyer");
    expect(await sendColleagueLink(owner, { id })).toMatchObject({ refusal: { reason: "already_accepted" } });
    value(await deactivateColleague(owner, { id, version: 1 }));
    expect(await storedColleague(here, id)).toMatchObject({ active: false, sessionVersion: 2 });
    expect(await sendColleagueLink(owner, { id })).toMatchObject({ refusal: { reason: "user_inactive" } });
    value(await activateColleague(owner, { id, version: 2 }));
    expect(await storedColleague(here, id)).toMatchObject({ active: true, version: 3 });
    expect(await deactivateColleague(owner, { id: owner.userId, version: 1 })).toMatchObject({
      refusal: { reason: "own_user" },
    });
  });
});

describe("the last account administrator", () => {
  test("stays one, and of two who take each other's role at once, one does", async () => {
    const first = await makeCustomer(here);
    expect(await setAccountRole(first, { id: first.userId, version: 1, accountRole: "buyer" })).toMatchObject(
      { refusal: { reason: "last_account_administrator", path: "accountRole" } },
    );
    const second = await makeColleague(here, first, "administrator");
    const answers = await Promise.all([
      setAccountRole(first, { id: second.userId, version: 1, accountRole: "viewer" }),
      deactivateColleague(second, { id: first.userId, version: 1 }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const left = await read(here.as.administrator).user.count({
      where: { accountId: first.accountId, active: true, accountRole: "administrator" },
    });
    expect(left).toBe(1);
  });

  test("can be deactivated by staff, who can also invite another one", async () => {
    const { userId: id } = await makeCustomer(here);
    value(await deactivateUser(here.as.administrator, { id, version: 1 }));
  });
});

describe("staff", () => {
  test("see and set what people are within their account, and new ones are account administrators", async () => {
    const { id: accountId } = await makeAccount(here);
    const { administrator } = here.as;
    const person = { email: email(), name: "Cleo", role: "customer", accountId, timeZone: null };
    const { id } = value(await inviteUser(administrator, person));
    expect(await getUser(administrator, id)).toMatchObject({ accountRole: "administrator" });
    const given = { id, version: 1, role: "customer", accountId, accountRole: "viewer" };
    value(await setRole(administrator, given));
    expect(await getUser(administrator, id)).toMatchObject({ accountRole: "viewer" });
    // An edit that leaves it out changes nothing of it.
    value(await setRole(administrator, { id, version: 2, role: "customer", accountId }));
    expect(await getUser(administrator, id)).toMatchObject({ accountRole: "viewer" });
    value(await setRole(administrator, { id, version: 3, role: "operator", accountId: null }));
    expect(await getUser(administrator, id)).toMatchObject({ accountRole: null });
    const wrong = { id, version: 4, role: "operator", accountId: null, accountRole: "buyer" };
    await expect(setRole(administrator, wrong)).rejects.toThrow(ZodError);
  });
});
