import { beforeAll, describe, expect, it } from "vitest";
import { read, unscoped } from "../kernel/db";
import { makeOrganization, makeUser, type TestOrganization } from "../testing/factories/basics";
import { makeLinked } from "../testing/factories/identities";
import { deactivateUser } from "../users/commands/set-active";
import { signInByIdentity } from "./by-identity";
import { signIn } from "./sign-in";

const password = "a password for tests";
const now = new Date("2026-03-01T09:00:00Z");

let organization: TestOrganization;
let addresses = 0;
/** Returns an address that nobody has tried from yet. */
const from = () => ({ now, address: `192.0.2.${++addresses}` });

beforeAll(async () => {
  organization = await makeOrganization();
});

async function auditEvents(subject: string): Promise<string[]> {
  const rows = await read(organization.as.administrator).event.findMany({
    where: { subject, kind: { in: ["user.signed_in", "user.sign_in_failed"] } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ kind }) => kind);
}

describe("signing in", () => {
  it("admits an active user, in any case of the email, and writes it down", async () => {
    const user = await makeUser(organization, { role: "operator" });
    const result = await signIn(from(), { email: ` ${user.email.toUpperCase()} `, password });
    expect(result).toMatchObject({ ok: true, value: { id: user.id, role: "operator", sessionVersion: 1 } });
    expect(await auditEvents(user.email)).toEqual(["user.signed_in"]);
    const row = await unscoped().user.findFirstOrThrow({ where: { email: user.email } });
    expect(row.lastSignInAt).toEqual(now);
  });

  it("admits a user by either spelling of an internationalized domain, which is shown as it was typed", async () => {
    const user = await makeUser(organization, { email: "ada@bücher.example" });
    for (const email of ["ada@bücher.example", "ADA@xn--bcher-kva.example"]) {
      expect(await signIn(from(), { email, password })).toMatchObject({ ok: true, value: { id: user.id } });
    }
    expect(await auditEvents("ada@bücher.example")).toEqual(["user.signed_in", "user.signed_in"]);
  });

  it("refuses a wrong password, an unknown email and a deactivated user in the same words", async () => {
    const user = await makeUser(organization);
    const gone = await makeUser(organization);
    await deactivateUser(organization.as.administrator, { id: gone.id, version: 1 });
    const tries = [
      { email: user.email, password: "another password" },
      { email: "nobody@example.com", password },
      { email: gone.email, password },
    ];
    for (const input of tries) {
      expect(await signIn(from(), input)).toEqual({
        ok: false,
        refusal: { reason: "wrong", retryAfterSeconds: 0 },
      });
    }
    expect(await auditEvents(user.email)).toEqual(["user.sign_in_failed"]);
    expect(await auditEvents(gone.email)).toEqual(["user.sign_in_failed"]);
  });

  it("asks for both values", async () => {
    await expect(signIn(from(), { email: " ", password: "" })).rejects.toMatchObject({ name: "ZodError" });
  });
});

it("tells the audit log how and from where somebody signed in", async () => {
  const user = await makeLinked(organization);
  await signIn({ now, address: "192.0.2.9" }, { email: user.email, password });
  await signInByIdentity({ now, address: "192.0.2.10" }, user.vouched);
  const told = await read(organization.as.administrator).event.findMany({
    where: { subject: user.email, kind: "user.signed_in" },
    orderBy: { id: "asc" },
  });
  expect(told.map(({ after }) => after)).toEqual([
    { method: "password", address: "192.0.2.9" },
    { method: "single_sign_on", address: "192.0.2.10" },
  ]);
});
