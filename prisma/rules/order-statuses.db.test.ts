import { beforeAll, describe, expect, it } from "vitest";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import { makeAccount, makeOrganization, type TestOrganization } from "@/lib/server/testing/factories/basics";
import { owner } from "@/lib/server/testing/owner";

// Raw SQL goes past every command, so the database itself must refuse what breaks a rule of docs/domain.md, section
// 1.

let organization: TestOrganization;
let other: TestOrganization;
let accountId: string;
beforeAll(async () => {
  organization = await makeOrganization();
  other = await makeOrganization();
  accountId = (await makeAccount(organization)).id;
});

const row = (cells: Record<string, string> = {}) => ({
  organization_id: `'${organization.organizationId}'`,
  no: "77",
  description: `'Custom ${Math.random()}'`,
  type: "'cancelled'",
  storefront_type: "'viewable'",
  color: "'#123456'",
  ...cells,
});
const insert = (cells?: Record<string, string>) => {
  const all = row(cells);
  return `INSERT INTO order_statuses (${Object.keys(all)}) VALUES (${Object.values(all)})`;
};
const system = (description: string) =>
  `organization_id = '${organization.organizationId}' AND id = '${organization.statuses[description]}'`;
const update = (set: string, description = "Submitted") =>
  `UPDATE order_statuses SET ${set} WHERE ${system(description)}`;

/** Runs the statements as one transaction, so that deferred rules are checked at its end. */
const run = (...statements: string[]) =>
  owner().$transaction(statements.map((statement) => owner().$executeRawUnsafe(statement)));

const customId = "00000000-0000-4000-8000-000000000001";
const order = (statusId: string, combination: string, number: number) => `
  INSERT INTO orders (organization_id, code, number, name, account_id, billing_to_id, source, currency, order_date,
    status_id, status_type, status_storefront_type)
  VALUES ('${organization.organizationId}', '${number}', ${number}, 'Order', '${accountId}', '${accountId}', 'bss', 'EUR', now(),
    '${statusId}', ${combination})`;

describe("the database refuses", () => {
  it.each<[string, () => string[], RegExp]>([
    [
      "to delete a system row",
      () => [`DELETE FROM order_statuses WHERE ${system("Draft")}`],
      /cannot be deleted/,
    ],
    ["to empty the table", () => ["TRUNCATE order_statuses CASCADE"], /cannot be deleted/],
    ["an inactive system row", () => [update("active = false")], /mandatory_is_active/],
    ["another Type of a system row", () => [update("type = 'cancelled'")], /keeps its Type/],
    [
      "another Storefront Type of a system row",
      () => [update("storefront_type = 'submitted'")],
      /keeps its Type/,
    ],
    ["a system row made custom", () => [update("mandatory = false")], /keeps its Type/],
    [
      "a system row of another organization",
      () => [update(`organization_id = '${other.organizationId}'`)],
      /keeps its Type/,
    ],
    [
      "a second system row of a combination",
      () => [insert({ mandatory: "true" })],
      /one_mandatory_per_combination|already exists/,
    ],
    [
      "a ninth combination as system row",
      () => [insert({ mandatory: "true", storefront_type: "'draft'" })],
      /order_statuses_combination/,
    ],
    ["a custom Executing", () => [insert({ type: "'executing'" })], /order_statuses_combination/],
    ["a custom Scheduled", () => [insert({ type: "'scheduled'" })], /order_statuses_combination/],
    ["No. 0", () => [insert({ no: "0" })], /no_range/],
    ["No. 10000", () => [insert({ no: "10000" })], /no_range/],
    ["an empty description", () => [insert({ description: "''" })], /description_trimmed/],
    ["an untrimmed description", () => [insert({ description: "' a'" })], /description_trimmed/],
    ["a description of 81 characters", () => [insert({ description: `'${"x".repeat(81)}'` })], /too long/],
    ["a description taken, in another case", () => [insert({ description: "'dRAFT'" })], /description_once/],
    [
      "a description taken, with a no-break and a zero-width space",
      () => [insert({ description: "U&'Canceled\\00A0by\\200B Reseller'" })],
      /description_once/,
    ],
    ["a No. taken in its combination", () => [insert({ no: "4" })], /no_once_in_combination/],
    ["a color by name", () => [insert({ color: "'red'" })], /color_hex/],
    ["a color in capitals", () => [insert({ color: "'#ABCDEF'" })], /color_hex/],
    [
      "a status of no organization",
      () => [insert({ organization_id: `'${customId}'` })],
      /foreign key constraint/i,
    ],
    [
      "an organization without the eight",
      () => [`INSERT INTO organizations (name, currency) VALUES ('Bare ${Math.random()}', 'EUR')`],
      /eight system statuses/,
    ],
    [
      "an order in another organization's status",
      () => [order(other.statuses.Submitted ?? "", "'in_progress', 'viewable'", 901)],
      /foreign key constraint/i,
    ],
    [
      "an order whose combination is not its status's",
      () => [order(organization.statuses.Submitted ?? "", "'in_progress', 'draft'", 902)],
      /foreign key constraint/i,
    ],
    [
      "a version of the list that is not kept",
      () => [
        `UPDATE organizations SET status_list_version = status_list_version + 1 WHERE id = '${organization.organizationId}'`,
      ],
      /kept whole/,
    ],
    [
      "a version that keeps something else than the list",
      () => [
        `INSERT INTO order_status_versions SELECT organization_id, 2, at, actor_type, actor_id, actor_name, statuses - 0
          FROM order_status_versions WHERE organization_id = '${organization.organizationId}' AND version = 1`,
        `UPDATE organizations SET status_list_version = 2 WHERE id = '${organization.organizationId}'`,
      ],
      /kept whole/,
    ],
    [
      "a version left out",
      () => [
        `UPDATE organizations SET status_list_version = status_list_version + 2 WHERE id = '${organization.organizationId}'`,
      ],
      /goes up by one/,
    ],
    [
      "another past",
      () => [
        `UPDATE order_status_versions SET statuses = '[]' WHERE organization_id = '${organization.organizationId}'`,
      ],
      /append-only/,
    ],
    [
      "to forget a version",
      () => [`DELETE FROM order_status_versions WHERE organization_id = '${organization.organizationId}'`],
      /append-only/,
    ],
  ])("%s", async (_, statements, message) => {
    await expect(run(...statements())).rejects.toThrow(message);
  });

  it("another Type and the deletion of a status in use, and carries its Storefront Type to the orders", async () => {
    const custom = `organization_id = '${organization.organizationId}' AND id = '${customId}'`;
    await run(
      insert({ id: `'${customId}'`, type: "'in_progress'" }),
      order(customId, "'in_progress', 'viewable'", 903),
    );
    await expect(run(`UPDATE order_statuses SET type = 'cancelled' WHERE ${custom}`)).rejects.toThrow(
      /foreign key constraint/i,
    );
    await expect(run(`DELETE FROM order_statuses WHERE ${custom}`)).rejects.toThrow(
      /foreign key constraint/i,
    );

    for (const storefrontType of ["draft", "pending_approval"]) {
      await expect(
        run(`UPDATE order_statuses SET storefront_type = '${storefrontType}' WHERE ${custom}`),
      ).rejects.toThrow(/order_statuses_in_use_are_not_the_storefronts/);
    }
    await run(`UPDATE order_statuses SET storefront_type = 'submitted' WHERE ${custom}`);
    const orders = await owner().order.findMany({
      where: { statusId: customId },
      select: { statusStorefrontType: true },
    });
    expect(orders).toEqual([{ statusStorefrontType: "submitted" }]);
  });

  it("nothing that keeps the rules, so system rows swap numbers, an inactive status shares one", async () => {
    await run(update("no = 1"), update("no = 2", "Draft"), insert({ no: "4", active: "false" }));
    const rows = await owner().orderStatus.findMany({
      where: { organizationId: organization.organizationId, mandatory: true },
    });
    expect(rows).toHaveLength(systemStatuses.length);
    await run(update("no = 2"), update("no = 1", "Draft"));
  });
});
