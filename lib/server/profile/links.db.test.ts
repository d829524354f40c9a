import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { linkMs } from "@/lib/domain/one-time-link";
import { sentAddress } from "@/lib/domain/values/email";
import { read } from "../kernel/db";
import { hashOfLink } from "../links/secret";
import { hashPassword } from "../sign-in/password/password";
import { loadSession } from "../sign-in/session/session";
import { claimsOf } from "../sign-in/session/session-token";
import { signIn } from "../sign-in/sign-in";
import { tryLimits } from "../sign-in/tries/rate-limit";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import { acceptBy, vouchedFor } from "../testing/factories/identities";
import {
  held,
  makeEmailChange,
  makeInvited,
  makeLink,
  makePerson,
  secretOf,
  storedUser,
} from "../testing/factories/people";
import { lockWaits } from "../testing/lock-waits";
import { activateUser, deactivateUser } from "../users/commands/set-active";
import { showEmailLink } from "../users/commands/show-email-link";
import { getUser } from "../users/queries/users";
import { changeEmail } from "./commands/change-email";
import { changePassword } from "./commands/change-password";
import { choosePassword } from "./commands/choose-password";
import { confirmEmail } from "./commands/confirm-email";
import { holderOf } from "./holder";

/** One-time links: docs/domain.md, section 7. No mail server is set here, so commands answer their links. */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const good = "seven umbrellas in the rain";
const stored = (id: string) => storedUser(here, id);
const kindsOf = async (subject: string) => {
  const events = await read(here.as.administrator).event.findMany({
    where: { subject },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
};
let addresses = 0;
const signedIn = (email: string, password: string) =>
  signIn({ now: new Date(), address: `198.51.100.${++addresses}` }, { email, password });
const lookedAt = (purpose: Parameters<typeof holderOf>[0], secret: string, now = new Date()) =>
  holderOf(purpose, secret, { now, locale: "en-GB" });
const over = (state: string) => ({ ok: false, refusal: { reason: "link_over", state } });

describe("an invitation", () => {
  test("lets its person choose a password and sign in, who could not before", async () => {
    const { id, email, secret } = await makeInvited(here);
    expect(await getUser(here.as.administrator, id)).toMatchObject({ invited: true });
    expect((await signedIn(email, good)).ok).toBe(false);

    value(await choosePassword(await held("invitation", secret), { password: good }));
    expect(await getUser(here.as.administrator, id)).toMatchObject({ invited: false });
    expect((await signedIn(email, good)).ok).toBe(true);
    expect(await kindsOf(email)).toEqual([
      ...["user.invited", "user.link_asked_for", "user.sign_in_failed"],
      ...["user.invitation_accepted", "user.signed_in"],
    ]);
  });

  test("is kept as a hash alone", async () => {
    const { id, secret } = await makeInvited(here);
    const [link] = await read(here.as.administrator).oneTimeLink.findMany({ where: { userId: id } });
    expect(link).toMatchObject({ hash: hashOfLink(secret), purpose: "invitation", usedAt: null });
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    const everything = await read(here.as.administrator).event.findMany();
    expect(
      JSON.stringify(everything, (_, kept) => (typeof kept === "bigint" ? `${kept}` : kept)),
    ).not.toContain(secret);
  });

  test("is only looked at by those who open its page", async () => {
    const { id, secret } = await makeInvited(here);
    const before = await read(here.as.administrator).oneTimeLink.findMany({ where: { userId: id } });
    for (let times = 0; times < 3; times++) expect((await lookedAt("invitation", secret)).ok).toBe(true);
    expect(await read(here.as.administrator).oneTimeLink.findMany({ where: { userId: id } })).toEqual(before);
  });
});

test("who has accepted by an account at a provider has no password to forget, and may be given one", async () => {
  const { id, email, secret } = await makeInvited(here);
  const holder = await held("invitation", secret);
  value(await acceptBy(secret, vouchedFor()));
  expect(await choosePassword(holder, { password: good })).toMatchObject({ ok: false });
  expect(await getUser(here.as.administrator, id)).toMatchObject({ invited: false });
  value(await choosePassword(await held("password", await makeLink(here, id)), { password: good }));
  expect((await signedIn(email, good)).ok).toBe(true);
});

describe("a password is refused", () => {
  test.each([
    ["a common one", "password1234", "password_common"],
    ["the person's name", "Ida Invited 2026", "password_personal"],
  ])("%s", async (_, password, reason) => {
    const { secret } = await makeInvited(here);
    const holder = await held("invitation", secret);
    expect(await choosePassword(holder, { password })).toEqual({
      ok: false,
      refusal: { reason, path: "password" },
    });
    value(await choosePassword(holder, { password: good }));
  });

  test("one made of the organization's name or the email's domain", async () => {
    const { secret } = await makeInvited(here);
    for (const password of [`${here.name}!`, "people.example-people.example"]) {
      const answer = await choosePassword(await held("invitation", secret), { password });
      expect(answer, password).toMatchObject({ refusal: { reason: "password_personal" } });
    }
  });

  test.each([
    ["a short one", "elevenchars"],
    ["a short one with spaces around it", "     short     "],
    ["spaces alone", " ".repeat(30)],
    ["10,000 characters", "x7".repeat(5_000)],
    ["no text", 7],
  ])("%s, before anything is computed", async (_, password) => {
    const { secret } = await makeInvited(here);
    await expect(choosePassword(await held("invitation", secret), { password })).rejects.toThrow(ZodError);
  });

  test("and one with spaces around it signs in with and without them", async () => {
    const { email, secret } = await makeInvited(here);
    value(await choosePassword(await held("invitation", secret), { password: `  ${good} ` }));
    for (const typed of [good, ` ${good}  `]) expect((await signedIn(email, typed)).ok).toBe(true);
  });
});

describe("a link for a new password", () => {
  test("ends every session and leaves the old password behind", async () => {
    const { id, email, password } = await makeUser(here);
    const claims = await claimsOf(await stored(id), { device: "Firefox on Linux", address: "192.0.2.1" });
    const secret = await makeLink(here, id);
    expect((await signedIn(email, password)).ok).toBe(true);
    const request = { now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null };
    expect(await loadSession(claims, request)).not.toBeNull();

    value(await choosePassword(await held("password", secret), { password: good }));
    expect(await loadSession(claims, request)).toBeNull();
    expect((await signedIn(email, password)).ok).toBe(false);
    expect((await signedIn(email, good)).ok).toBe(true);
    expect(await kindsOf(email)).toContain("user.password_reset");
  });
});

describe("a link is over", () => {
  test("once it was used", async () => {
    const { secret } = await makeInvited(here);
    const holder = await held("invitation", secret);
    value(await choosePassword(holder, { password: good }));
    expect(await choosePassword(holder, { password: "eight umbrellas in the rain" })).toMatchObject(
      over("used"),
    );
    expect(await lookedAt("invitation", secret)).toMatchObject(over("used"));
  });

  test("after a day, to the millisecond", async () => {
    const { id, secret } = await makeInvited(here);
    const [link] = await read(here.as.administrator).oneTimeLink.findMany({ where: { userId: id } });
    const end = link?.endsAt ?? new Date(0);
    expect(end.getTime() - (link?.createdAt.getTime() ?? 0)).toBe(linkMs);
    expect((await lookedAt("invitation", secret, new Date(end.getTime() - 1))).ok).toBe(true);
    expect(await lookedAt("invitation", secret, end)).toMatchObject(over("ended"));
    const holder = await held("invitation", secret);
    const late = { ...holder, ctx: { ...holder.ctx, now: end } };
    expect(await choosePassword(late, { password: good })).toMatchObject(over("ended"));
  });

  test("once there is a newer one", async () => {
    const { id, secret } = await makeInvited(here);
    const holder = await held("invitation", secret);
    const newer = await makeLink(here, id);
    expect(await lookedAt("invitation", secret)).toMatchObject(over("void"));
    expect(await choosePassword(holder, { password: good })).toMatchObject(over("void"));
    value(await choosePassword(await held("invitation", newer), { password: good }));
  });

  test("once its person is inactive, and stays so when they are active again", async () => {
    const { id, secret } = await makeInvited(here);
    const holder = await held("invitation", secret);
    value(await deactivateUser(here.as.administrator, { id, version: 1 }));
    expect(await choosePassword(holder, { password: good })).toMatchObject(over("void"));
    value(await activateUser(here.as.administrator, { id, version: 2 }));
    expect(await choosePassword(holder, { password: good })).toMatchObject(over("void"));
    expect((await stored(id)).passwordHash).toBeNull();
  });

  test("once its person has changed the password", async () => {
    const { id, person, password } = await makePerson(here);
    const secret = await makeLink(here, id);
    value(await changePassword(person, { current: password, password: good }));
    expect(await lookedAt("password", secret)).toMatchObject(over("void"));
  });

  test.each(["", "x", "unknown-unknown-unknown-unknown-unknown-1234", "%00", "' OR 1=1 --"])(
    "or never was: %j",
    async (secret) => {
      for (const purpose of ["invitation", "password", "email"] as const)
        expect(await lookedAt(purpose, secret)).toMatchObject(over("unknown"));
    },
  );
});

describe("a link serves its purpose alone", () => {
  test("at the door", async () => {
    const { secret } = await makeInvited(here);
    expect(await lookedAt("password", secret)).toMatchObject(over("unknown"));
    expect(await lookedAt("email", secret)).toMatchObject(over("unknown"));
  });

  test("and in the command", async () => {
    const invited = await makeInvited(here);
    const holder = await held("invitation", invited.secret);
    expect(await confirmEmail(holder, {})).toMatchObject(over("unknown"));

    const { id, newEmail, email } = await makeEmailChange(here);
    const { link } = value(await showEmailLink(here.as.administrator, { id }));
    const confirming = await held("email", secretOf(link));
    expect(await choosePassword(confirming, { password: good })).toMatchObject(over("unknown"));
    value(await confirmEmail(confirming, {}));
    expect(await stored(id)).toMatchObject({ email: newEmail });
    expect(email).not.toBe(newEmail);
  });

  test("for its own person, of its own organization", async () => {
    const [own, foreign] = [await makeInvited(here), await makeInvited(there)];
    const holder = await held("invitation", foreign.secret);
    // As if somebody took the link's id to another organization.
    const mixed = { ...(await held("invitation", own.secret)), linkId: holder.linkId };
    expect(await choosePassword(mixed, { password: good })).toMatchObject(over("unknown"));
    expect((await stored(own.id)).passwordHash).toBeNull();
  });
});

describe("of two at once", () => {
  test("one accepts an invitation", async () => {
    const { id, email, secret } = await makeInvited(here);
    const passwords = ["seven umbrellas in the rain", "eight umbrellas in the snow"];
    const holders = await Promise.all(passwords.map(() => held("invitation", secret)));
    const answers = await Promise.all(
      holders.map((holder, index) => choosePassword(holder, { password: passwords[index] })),
    );
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject(over("used"));
    const winner = passwords[answers.findIndex(({ ok }) => ok)] ?? "";
    expect((await signedIn(email, winner)).ok).toBe(true);
    expect((await stored(id)).sessionVersion).toBe(2);
  });

  test("one link for a new password stays open", async () => {
    const { id } = await makeUser(here);
    const secrets = await Promise.all([makeLink(here, id), makeLink(here, id), makeLink(here, id)]);
    const looks = await Promise.all(secrets.map((secret) => lookedAt("password", secret)));
    expect(looks.filter(({ ok }) => ok)).toHaveLength(1);
    const where = { userId: id, usedAt: null, voidedAt: null };
    expect(await read(here.as.administrator).oneTimeLink.count({ where })).toBe(1);
  });

  test("an administrator who deactivates, and a person who accepts, leave nobody signed in", async () => {
    const { id, email, secret } = await makeInvited(here);
    const holder = await held("invitation", secret);
    const [accepted, deactivated] = await Promise.all([
      choosePassword(holder, { password: good }),
      deactivateUser(here.as.administrator, { id, version: 1 }),
    ]);
    value(deactivated);
    if (!accepted.ok) expect(accepted).toMatchObject(over("void"));
    const user = await stored(id);
    expect(user).toMatchObject({ active: false, passwordHash: accepted.ok ? expect.any(String) : null });
    expect((await signedIn(email, good)).ok).toBe(false);
  });

  test("a person who changes the password and one who uses a link: one password counts", async () => {
    const { id, email, person, password } = await makePerson(here);
    const holder = await held("password", await makeLink(here, id));
    const answers = await Promise.all([
      choosePassword(holder, { password: "seven umbrellas in the rain" }),
      changePassword(person, { current: password, password: "eight umbrellas in the snow" }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await signedIn(email, password)).ok).toBe(false);
  });
});

describe("a new email address", () => {
  test("signs in once it is confirmed, and until then the old one does", async () => {
    const { id, email, newEmail, password } = await makeEmailChange(here);
    expect((await signedIn(email, password)).ok).toBe(true);
    expect((await signedIn(newEmail, password)).ok).toBe(false);
    const { link } = value(await showEmailLink(here.as.administrator, { id }));
    value(await confirmEmail(await held("email", secretOf(link)), {}));
    expect((await signedIn(email, password)).ok).toBe(false);
    expect((await signedIn(newEmail, password)).ok).toBe(true);
    expect(await stored(id)).toMatchObject({ email: newEmail, sentEmail: sentAddress(newEmail) });
    expect(await kindsOf(newEmail)).toContain("user.email_changed");
  });

  test("voids what went to the old one", async () => {
    const { id } = await makeEmailChange(here);
    const forgotten = await makeLink(here, id);
    const { link } = value(await showEmailLink(here.as.administrator, { id }));
    value(await confirmEmail(await held("email", secretOf(link)), {}));
    expect(await lookedAt("password", forgotten)).toMatchObject(over("void"));
  });

  test("is refused when somebody has it meanwhile, here or elsewhere, which only its reader learns", async () => {
    const taken = await makeUser(there);
    const { id, email, secret } = await emailLink(taken.email);
    expect(await confirmEmail(await held("email", secret), {})).toMatchObject({
      refusal: { reason: "email_taken" },
    });
    expect(await stored(id)).toMatchObject({ email });
    // The link was not used up.
    expect((await lookedAt("email", secret)).ok).toBe(true);
  });

  test("of two who confirm the same one, one gets it", async () => {
    const wanted = `${crypto.randomUUID()}@new.example`;
    const links = [await emailLink(wanted), await emailLink(wanted)];
    const holders = await Promise.all(links.map(({ secret }) => held("email", secret)));
    const answers = await Promise.all(holders.map((holder) => confirmEmail(holder, {})));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "email_taken" } });
  });

  test("replaces one that was asked for before", async () => {
    const { id, person, password, newEmail } = await makeEmailChange(here);
    const { link } = value(await showEmailLink(here.as.administrator, { id }));
    const other = `${crypto.randomUUID()}@new.example`;
    value(await changeEmail(person, { email: other, current: password }));
    expect(await lookedAt("email", secretOf(link))).toMatchObject(over("void"));
    expect(await getUser(here.as.administrator, id)).toMatchObject({ newEmail: other });
    expect(newEmail).not.toBe(other);
  });

  async function emailLink(wanted: string) {
    const { id, email } = await makeEmailChange(here, wanted);
    const { link } = value(await showEmailLink(here.as.administrator, { id }));
    return { id, email, secret: secretOf(link) };
  }
});

test("an email address is not changed by the password of before, which somebody replaced meanwhile", async () => {
  const { email, password, person } = await makePerson(here);
  let asked: Promise<unknown> | undefined;
  await read(here.as.administrator).$transaction(async (tx) => {
    await tx.person.update({ where: { email }, data: { passwordHash: await hashPassword(good) } });
    asked = changeEmail(person, { email: `other-${email}`, current: password });
    await expect.poll(lockWaits).toHaveLength(1);
  });
  expect(await asked).toMatchObject({ refusal: { reason: "password_wrong" } });
});

test("many passwords by one link at once are few enough for the others who sign in", async () => {
  const { secret } = await makeInvited(here);
  const holder = await held("invitation", secret);
  const answers = await Promise.all(
    Array.from({ length: tryLimits.chosen_password + 5 }, () => choosePassword(holder, { password: good })),
  );
  const reasons = answers.map((answer) => (answer.ok ? "done" : answer.refusal.reason));
  expect(reasons.filter((reason) => reason === "done")).toHaveLength(1);
  expect(reasons.filter((reason) => reason === "too_many_tries")).toHaveLength(5);
});
