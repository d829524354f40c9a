import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { type Permission, permissionsOfPerson, staffPermissions } from "@/lib/domain/permissions";
import { mostRoles } from "@/lib/domain/roles/bounds";
import { withNeeded } from "@/lib/domain/roles/needed";
import { createApiKey } from "../api-keys/commands/create-api-key";
import { ctxOfKey } from "../api-keys/ctx-of-key";
import { type Ctx, may } from "../kernel/ctx";
import { read, sql } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { ctxInNameOf, inNameOf } from "../kernel/in-name-of";
import { createOrder } from "../orders/commands/create-order";
import { listOrders } from "../orders/queries/list-orders";
import { endUserSessions } from "../sessions/commands/end-sessions";
import { loadSession } from "../sign-in/session/session";
import { claimsOf } from "../sign-in/session/session-token";
import { makeApiKey } from "../testing/factories/api-keys";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import { makeRole, makeUserWith } from "../testing/factories/roles";
import { inviteUser } from "../users/commands/invite-user";
import { sendLink } from "../users/commands/send-link";
import { activateUser, deactivateUser } from "../users/commands/set-active";
import { setRole } from "../users/commands/set-role";
import { getUser, listUsers } from "../users/queries/users";
import { createRole } from "./commands/create-role";
import { deleteRole } from "./commands/delete-role";
import { editRole } from "./commands/edit-role";
import { getRole, listRoles, roleChoices } from "./queries/roles";

let here: TestOrganization;
let there: TestOrganization;
let admin: Ctx;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
  admin = here.as.administrator;
});

const events = (subject: string) =>
  read(admin).event.findMany({ where: { subject }, orderBy: { id: "asc" } });
const unique = () => `Role ${crypto.randomUUID().slice(0, 8)}`;
const versionOf = async (id: string, ctx = admin) => (await getRole(ctx, id)).version;
const clerk: Permission[] = ["invoice:read", "payment:record"];

describe("a role", () => {
  test("is kept with what its permissions need, and told with before and after", async () => {
    const name = unique();
    const { id } = value(await createRole(admin, { name: ` ${name} `, permissions: clerk }));
    expect(await getRole(admin, id)).toEqual({
      ...{ id, name, permissions: withNeeded(clerk), people: 0, version: 1 },
    });
    value(await editRole(admin, { id, version: 1, name, permissions: ["order:read"] }));
    expect(await getRole(admin, id)).toMatchObject({ permissions: withNeeded(["order:read"]), version: 2 });
    value(await deleteRole(admin, { id, version: 2 }));
    await expect(getRole(admin, id)).rejects.toThrow(NotFound);
    const [first, last] = [
      { name, permissions: withNeeded(clerk) },
      { name, permissions: withNeeded(["order:read"]) },
    ];
    expect(await events(name)).toMatchObject([
      { kind: "role.created", after: first },
      { kind: "role.edited", before: first, after: last },
      { kind: "role.deleted", before: last },
    ]);
  });

  test("can hold every permission of staff, so the database knows all of them", async () => {
    const { id } = await makeRole(here, { permissions: staffPermissions });
    expect((await getRole(admin, id)).permissions).toEqual(staffPermissions);
  });

  test.each([
    ["permissions", []],
    ["permissions", ["storefront:buy"]],
    ["permissions", ["moon:walk"]],
    ["permissions", null],
    ["name", "  "],
    ["name", "x".repeat(81)],
  ])("with %s %j is refused", async (field, typed) => {
    const input = { name: unique(), permissions: clerk, [field]: typed };
    await expect(createRole(admin, input)).rejects.toThrow(ZodError);
  });

  test("has a name of its own, whatever its case, also when two ask at once", async () => {
    const name = unique();
    const answers = await Promise.all([
      createRole(admin, { name, permissions: clerk }),
      createRole(admin, { name: name.toUpperCase(), permissions: clerk }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "role_name_taken" } });
    expect(await createRole(admin, { name: "operator", permissions: clerk })).toMatchObject({
      refusal: { reason: "role_name_taken", path: "name" },
    });
    value(await createRole(there.as.administrator, { name, permissions: clerk }));
    const other = await makeRole(here);
    expect(await editRole(admin, { id: other.id, version: 1, name, permissions: clerk })).toMatchObject({
      refusal: { reason: "role_name_taken" },
    });
  });

  test("that somebody else changed is a conflict, and of two at once one counts", async () => {
    const { id, name } = await makeRole(here);
    const edit = (permissions: Permission[]) => editRole(admin, { id, version: 1, name, permissions });
    const answers = await Promise.allSettled([edit(["order:read"]), edit(["account:read"])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: expect.any(Conflict),
    });
    await expect(deleteRole(admin, { id, version: 1 })).rejects.toThrow(Conflict);
  });

  test("of another organization is not found", async () => {
    const { id, name } = await makeRole(here);
    const foreign = there.as.administrator;
    await expect(getRole(foreign, id)).rejects.toThrow(NotFound);
    await expect(editRole(foreign, { id, version: 1, name, permissions: clerk })).rejects.toThrow(NotFound);
    await expect(deleteRole(foreign, { id, version: 1 })).rejects.toThrow(NotFound);
    const { id: userId } = await makeUser(there);
    const given = { id: userId, version: 1, role: "custom", roleId: id, accountId: null };
    expect(await setRole(foreign, given)).toMatchObject({
      refusal: { reason: "unknown_role", path: "roleId" },
    });
    expect((await listRoles(foreign, {})).rows.map((row) => row.id)).not.toContain(id);
    expect((await roleChoices(foreign)).map((row) => row.id)).not.toContain(id);
  });

  test("is seen with user:read, and defined with role:save alone", async () => {
    const { id, name } = await makeRole(here);
    const { ctx } = await makeUserWith(here, ["user:read"]);
    expect(await getRole(ctx, id)).toMatchObject({ name });
    for (const attempt of [
      () => createRole(ctx, { name: unique(), permissions: ["user:read"] }),
      () => editRole(ctx, { id, version: 1, name, permissions: ["user:read"] }),
      () => deleteRole(ctx, { id, version: 1 }),
      () => createRole(here.as.operator, { name: unique(), permissions: ["order:read"] }),
    ]) {
      await expect(attempt()).rejects.toThrow(Forbidden);
    }
  });

  test("is one of at most 200", async () => {
    const shop = await makeOrganization();
    const data = Array.from({ length: mostRoles - 1 }, (_, at) => ({
      ...{ organizationId: shop.organizationId, name: `Role ${at}`, permissions: ["order:read"] },
    }));
    await read(shop.as.administrator).staffRole.createMany({ data });
    const make = (name: string) => createRole(shop.as.administrator, { name, permissions: clerk });
    const answers = await Promise.all([make("One"), make("Two")]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { reason: "too_many_roles", most: mostRoles },
    });
  });
});

describe("somebody with a role of the organization", () => {
  test("is invited with it, keeps it in the list, and is found by it", async () => {
    const role = await makeRole(here, { permissions: clerk });
    const email = `${crypto.randomUUID()}@example.com`;
    const person = { email, name: "Cleo", role: "custom", roleId: role.id, accountId: null, timeZone: null };
    const { id } = value(await inviteUser(admin, person));
    const customRole = { id: role.id, name: role.name };
    expect(await getUser(admin, id)).toMatchObject({ role: "custom", customRole });
    expect((await listUsers(admin, { roleId: role.id })).rows.map((row) => row.id)).toEqual([id]);
    expect(await getRole(admin, role.id)).toMatchObject({ people: 1 });
    expect((await events(email))[0]).toMatchObject({
      kind: "user.invited",
      after: { role: "custom", customRole: role.name },
    });
  });

  test.each([
    ["custom without an id", { role: "custom", roleId: null }],
    ["a fixed role with an id", { role: "operator", roleId: crypto.randomUUID() }],
    [
      "custom for an account",
      { role: "custom", roleId: crypto.randomUUID(), accountId: crypto.randomUUID() },
    ],
  ])("is nobody with %s", async (_, wrong) => {
    const { id } = await makeUser(here);
    await expect(setRole(admin, { id, version: 1, accountId: null, ...wrong })).rejects.toThrow(ZodError);
  });

  test("may do what the role says and nothing else, from the next request on", async () => {
    const { id, role } = await makeUserWith(here, ["order:read"]);
    const seen = { device: "Firefox on Linux", address: "192.0.2.1" };
    const claims = await claimsOf({ id, organizationId: here.organizationId, sessionVersion: 1 }, seen);
    const request = { now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null };
    const load = async () => {
      const session = await loadSession(claims, request);
      if (!session) throw new Error("The session has ended");
      return session;
    };
    const begun = await load();
    expect(begun.roleName).toBe(role.name);
    expect(begun.ctx.actor.permissions).toEqual(withNeeded(["order:read"]));
    await listOrders(begun.ctx, {});
    await expect(createOrder(begun.ctx, {})).rejects.toThrow(Forbidden);
    expect(await begun.stillCounts()).toBe(true);

    const edit = async (permissions: Permission[]) => {
      const version = await versionOf(role.id);
      return value(await editRole(admin, { id: role.id, version, name: role.name, permissions }));
    };
    await edit(["order:create"]);
    await expect(createOrder((await load()).ctx, {})).rejects.toThrow(ZodError);
    expect(await begun.stillCounts()).toBe(true);
    await edit(["vendor:save"]);
    await expect(listOrders((await load()).ctx, {})).rejects.toThrow(Forbidden);
    // An export that is on its way ends with what allowed it.
    expect(await begun.stillCounts()).toBe(false);
    expect(begun.ctx.actor.permissions).toEqual(withNeeded(["order:read"]));
  });

  test("goes on in the background with what the role says then", async () => {
    const { role, ctx } = await makeUserWith(here, ["order:execute"]);
    const kept = { ...inNameOf(ctx), organizationId: here.organizationId, timeZone: "UTC", locale: "en-GB" };
    const acting = async () => (await ctxInNameOf(kept, new Date())) as Ctx;
    expect(may(await acting(), "order:execute")).toBe(true);
    value(await editRole(admin, { id: role.id, version: 1, name: role.name, permissions: ["order:read"] }));
    expect(may(await acting(), "order:execute")).toBe(false);
    expect(may(await acting(), "order:read")).toBe(true);
  });
});

describe("a role that somebody has", () => {
  test("is not deleted, and the refusal says who has it", async () => {
    const { id } = await makeRole(here);
    for (const name of ["Ada", "Ben", "Cleo", "Dan"])
      await makeUser(here, { name, role: "custom", roleId: id });
    expect(await deleteRole(admin, { id, version: 1 })).toMatchObject({
      refusal: { reason: "role_in_use", people: 4, names: ["Ada", "Ben", "Cleo"] },
    });
  });

  test("is given or deleted when both are asked for at once, and never both", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { id: roleId } = await makeRole(here);
      const { id } = await makeUser(here);
      const [given, deleted] = await Promise.all([
        setRole(admin, { id, version: 1, role: "custom", roleId, accountId: null }),
        deleteRole(admin, { id: roleId, version: 1 }),
      ]);
      expect(given.ok).not.toBe(deleted.ok);
      expect((await getUser(admin, id)).role).toBe(given.ok ? "custom" : "operator");
    }
  });
});

describe("nobody hands out more than they may themselves", () => {
  const peopleManager: Permission[] = ["user:save", "role:save"];

  test("by creating, changing or giving a role", async () => {
    const { ctx, role, id: own } = await makeUserWith(here, peopleManager);
    const mighty = await makeRole(here, { permissions: ["credit:override"] });
    const { id: userId } = await makeUserWith(here, ["account:read"]);
    for (const attempt of [
      () => createRole(ctx, { name: unique(), permissions: ["credit:override"] }),
      // What a permission needs counts as well.
      () => createRole(ctx, { name: unique(), permissions: ["order:read"] }),
      () =>
        editRole(ctx, {
          id: role.id,
          version: 1,
          name: role.name,
          permissions: [...peopleManager, "audit:read"],
        }),
      () => editRole(ctx, { id: mighty.id, version: 1, name: mighty.name, permissions: ["user:read"] }),
      () => setRole(ctx, { id: userId, version: 1, role: "custom", roleId: mighty.id, accountId: null }),
      () => setRole(ctx, { id: own, version: 1, role: "custom", roleId: mighty.id, accountId: null }),
      () => setRole(ctx, { id: userId, version: 1, role: "administrator", accountId: null }),
      () =>
        inviteUser(ctx, {
          ...{ email: `${crypto.randomUUID()}@example.com`, name: "Eve", timeZone: null },
          ...{ role: "custom", roleId: mighty.id, accountId: null },
        }),
    ]) {
      await expect(attempt()).rejects.toThrow(Forbidden);
    }
    expect(await getRole(admin, mighty.id)).toMatchObject({ version: 1 });
    value(await createRole(ctx, { name: unique(), permissions: ["user:read"] }));
    value(await editRole(ctx, { id: role.id, version: 1, name: unique(), permissions: peopleManager }));
  });

  test("by what lets them act as somebody who may do more, or takes something from them", async () => {
    const { ctx } = await makeUserWith(here, peopleManager);
    const { id } = await makeUser(here, { role: "administrator" });
    const { id: custom } = await makeUserWith(here, ["credit:override"]);
    for (const target of [id, custom]) {
      for (const attempt of [
        () => sendLink(ctx, { id: target }),
        () => endUserSessions(ctx, { id: target }),
        () => setRole(ctx, { id: target, version: 1, role: "manager", accountId: null }),
        () => deactivateUser(ctx, { id: target, version: 1 }),
        () => activateUser(ctx, { id: target, version: 1 }),
      ]) {
        await expect(attempt()).rejects.toThrow(Forbidden);
      }
      expect((await getUser(ctx, target)).withinReach).toBe(false);
    }
    const { id: equal } = await makeUserWith(here, peopleManager);
    expect((await getUser(ctx, equal)).withinReach).toBe(true);
    value(await sendLink(ctx, { id: equal }));
    value(await deactivateUser(ctx, { id: equal, version: 1 }));
  });

  test("by a key, neither of its own scopes nor of a person with a role of the organization", async () => {
    const scopes: Permission[] = ["user:read", "account:read", "user:save", "role:save"];
    const { secret } = await makeApiKey(here, { role: "administrator", scopes });
    const key = (await ctxOfKey(secret, new Date()))?.ctx as Ctx;
    await expect(createRole(key, { name: unique(), permissions: ["vendor:save"] })).rejects.toThrow(
      Forbidden,
    );
    value(await createRole(key, { name: unique(), permissions: ["user:save"] }));
    const { ctx } = await makeUserWith(here, ["api-key:save"]);
    await expect(createApiKey(ctx, { name: "Robot", role: "manager" })).rejects.toThrow(Forbidden);
    value(await createApiKey(ctx, { name: "Robot", role: "administrator", scopes: ["api-key:read"] }));
  });
});

describe("somebody active always manages users and roles", () => {
  const managing: Permission[] = ["user:save", "role:save"];
  const shopOf = async () => {
    const shop = await makeOrganization();
    const { administrator } = shop.as;
    const only = await makeUser(shop, { role: "administrator" });
    const demote = (id: string) =>
      setRole(administrator, { id, version: 1, role: "operator", accountId: null });
    const narrow = (role: { id: string; name: string }) =>
      editRole(administrator, { id: role.id, version: 1, name: role.name, permissions: ["user:save"] });
    return { shop, administrator, only, demote, narrow };
  };

  test("the last one keeps their role, is not deactivated, and their role is not narrowed", async () => {
    const { shop, administrator, only, demote, narrow } = await shopOf();
    expect(await demote(only.id)).toMatchObject({ refusal: { reason: "last_administrator", path: "role" } });
    const owner = await makeUserWith(shop, managing);
    value(await demote(only.id));
    expect(await demote(owner.id)).toMatchObject({ refusal: { reason: "last_administrator" } });
    expect(await deactivateUser(administrator, { id: owner.id, version: 1 })).toMatchObject({
      refusal: { reason: "last_administrator" },
    });
    expect(await narrow(owner.role)).toMatchObject({
      refusal: { reason: "last_managing_role", name: owner.role.name },
    });
    const given = { id: owner.id, version: 1, role: "administrator", accountId: null };
    value(await setRole(administrator, given));
    value(await narrow(owner.role));
  });

  test("a role that manages without active people does not count", async () => {
    const { shop, administrator, only, demote } = await shopOf();
    const { id } = await makeUserWith(shop, managing);
    value(await deactivateUser(administrator, { id, version: 1 }));
    expect(await demote(only.id)).toMatchObject({ refusal: { reason: "last_administrator" } });
  });

  test("also when an administrator and a role of others are taken away at once", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { shop, administrator, only, demote, narrow } = await shopOf();
      const owner = await makeUserWith(shop, managing);
      const answers = await Promise.all(
        turn % 2 === 0 ? [demote(only.id), narrow(owner.role)] : [narrow(owner.role), demote(only.id)],
      );
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      const people = await read(administrator).user.findMany({
        where: { active: true },
        select: { role: true, definedRole: { select: { permissions: true } } },
      });
      const manages = people.filter(({ role, definedRole }) => {
        const permissions = permissionsOfPerson({
          role,
          defined: definedRole?.permissions ?? null,
          accountRole: null,
        });
        return managing.every((permission) => permissions.includes(permission));
      });
      expect(manages).toHaveLength(1);
    }
  });

  test("also when two roles are narrowed at once", async () => {
    const { shop, demote, only, narrow } = await shopOf();
    const [one, other] = [await makeUserWith(shop, managing), await makeUserWith(shop, managing)];
    value(await demote(only.id));
    const answers = await Promise.all([narrow(one.role), narrow(other.role)]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});

test("the database takes no role of another organization", async () => {
  const { id } = await makeRole(here);
  const { id: userId } = await makeUser(there);
  const attempt = read(there.as.administrator).$executeRaw(sql`
    UPDATE users SET role = 'custom', role_id = ${id}::uuid
    WHERE organization_id = ${there.organizationId}::uuid AND id = ${userId}::uuid`);
  await expect(attempt).rejects.toThrow("users_organization_id_role_id_fkey");
});
