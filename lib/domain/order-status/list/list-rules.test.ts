import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatusTypes, storefrontTypes, typeIsForUsers } from "../combination";
import { systemStatuses } from "../system-statuses";
import { type StatusCells, type StatusColumn, statusColumns } from "./cells";
import { faultWords } from "./fault-words";
import type { ListedStatus, StatusEdit, StatusProblem } from "./list";
import { checkStatusList } from "./list-rules";
import { lookalikes } from "./lookalikes";

const system: ListedStatus[] = systemStatuses.map((status) => ({
  ...status,
  id: status.description,
  active: true,
  mandatory: true,
}));
const awaiting: ListedStatus = custom("awaiting", { no: 20, description: "Awaiting documents" });
const denial: ListedStatus = custom("denial", {
  no: 21,
  description: "Canceled - Denial",
  type: "cancelled",
});
const accented: ListedStatus = custom("accented", { no: 22, description: "Ándré" });
const current = [...system, awaiting, denial, accented];

function custom(id: string, cells: Partial<StatusCells>): ListedStatus {
  const base = {
    no: 20,
    type: "in_progress",
    storefrontType: "viewable",
    color: "#123456",
    active: true,
  } as const;
  return { id, mandatory: false, description: id, ...base, ...cells };
}

function edit(parts: Partial<StatusEdit>): StatusEdit {
  return { changed: [], added: [], deleted: [], ...parts };
}

const newRow = {
  no: 9,
  description: "Credit",
  type: "cancelled",
  storefrontType: "viewable",
  color: "#abcdef",
  active: true,
};
const change = (id: string, cells: StatusEdit["changed"][number]["cells"]) =>
  edit({ changed: [{ id, cells }] });
const add = (cells: object) => edit({ added: [{ id: "new", cells: { ...newRow, ...cells } }] });
const remove = (id: string, replacementId?: string) => edit({ deleted: [{ id, replacementId }] });
const told = (checked: { ok: true } | { ok: false; refusal: StatusProblem[] }) =>
  checked.ok ? [] : checked.refusal.map(({ fault, ...where }) => ({ ...where, message: faultWords(fault) }));
const inUse = new Map([
  ["awaiting", 12],
  ["denial", 1],
  ["Submitted", 3],
]);

describe("an edit that keeps every rule", () => {
  it.each<[string, StatusEdit]>([
    [
      "a system row's No., Description and Color",
      change("Draft", { no: 90, description: "Basket", color: "#ABCDEF" }),
    ],
    [
      "a custom status of each Type of the users'",
      add({ type: "automatic_execute", storefrontType: "draft" }),
    ],
    ["a No. that is taken in another combination", add({ no: 1 })],
    ["a No. that an inactive status shares", add({ no: 4, active: false })],
    ["an emoji and right-to-left text", add({ description: "ملغي 🚫" })],
    ["eighty characters, counted as people count", add({ description: "🚫".repeat(80) })],
    [
      "two swapped numbers",
      edit({
        changed: [
          { id: "Submitted", cells: { no: 20 } },
          { id: "awaiting", cells: { no: 2 } },
        ],
      }),
    ],
    [
      "two swapped descriptions",
      edit({
        changed: [
          { id: "Submitted", cells: { description: awaiting.description } },
          { id: "awaiting", cells: { description: "Submitted" } },
        ],
      }),
    ],
    [
      "the name and No. of a status deleted with it",
      edit({
        added: [{ id: "new", cells: { ...newRow, no: 21, description: "canceled - DENIAL" } }],
        deleted: [{ id: "denial", replacementId: "Canceled" }],
      }),
    ],
    ["a status in use, replaced", remove("awaiting", "Submitted")],
    [
      "a status in use, replaced by one added with it",
      edit({ added: [{ id: "new", cells: newRow }], deleted: [{ id: "denial", replacementId: "new" }] }),
    ],
    ["a status in use, deactivated", change("awaiting", { active: false })],
    ["a status in use, with another Storefront Type", change("awaiting", { storefrontType: "submitted" })],
  ])("takes %s", (_, parts) =>
    expect(checkStatusList(current, parts, inUse, lookalikes)).toMatchObject({ ok: true }),
  );

  it("lets an unused custom status change its Type and go without a replacement", () => {
    expect(
      checkStatusList(current, change("awaiting", { type: "cancelled" }), new Map(), lookalikes).ok,
    ).toBe(true);
    expect(checkStatusList(current, remove("awaiting"), new Map(), lookalikes).ok).toBe(true);
  });

  it.each([
    ["line breaks", "In\r\nreview"],
    ["no-break and double spaces", "In\u00a0 review"],
    ["spaces without width", "I\u200bn review\ufeff"],
  ])("reads %s as plain spaces, or none", (_, description) => {
    const checked = checkStatusList(current, add({ description }), inUse, lookalikes);
    expect(checked).toMatchObject({ ok: true, value: { added: [{ description: "In review" }] } });
  });

  it("tells apart what people can: accents, word order, other digits", () => {
    for (const description of ["Andre", "Denial - Canceled", "Canceled - Denials", "Отменён"]) {
      expect(checkStatusList(current, add({ description }), inUse, lookalikes)).toMatchObject({ ok: true });
    }
  });

  it("trims, and leaves out what is not different", () => {
    const checked = checkStatusList(
      current,
      change("awaiting", { description: "  Awaiting documents\t" }),
      inUse,
      lookalikes,
    );
    expect(checked).toEqual({ ok: true, value: { changed: [], added: [], deleted: [] } });
  });

  it("lets a custom status that no order has become one of the Storefront's", () => {
    for (const storefrontType of storefrontTypes) {
      expect(checkStatusList(current, change("awaiting", { storefrontType }), new Map(), lookalikes).ok).toBe(
        true,
      );
    }
  });
});

describe("an edit that breaks a rule", () => {
  const long = "x".repeat(81);
  it.each<[string, StatusEdit, string, StatusColumn | "row" | "replacement", RegExp]>([
    [
      "another Type of a system row",
      change("Draft", { type: "cancelled" }),
      "Draft",
      "type",
      /keeps its Type/,
    ],
    [
      "another Storefront Type of a system row",
      change("Draft", { storefrontType: "viewable" }),
      "Draft",
      "storefrontType",
      /keeps its Storefront Type/,
    ],
    [
      "a status in use made a basket",
      change("awaiting", { storefrontType: "draft" }),
      "Awaiting documents",
      "storefrontType",
      /^12 orders use this status, so its Storefront Type cannot become Draft/,
    ],
    [
      "a status in use that would ask a reseller",
      change("denial", { storefrontType: "pending_approval" }),
      "Canceled - Denial",
      "storefrontType",
      /^1 order uses this status, so its Storefront Type cannot become Pending approval/,
    ],
    ["an inactive system row", change("Draft", { active: false }), "Draft", "active", /always active/],
    ["a system row deleted", remove("Executed", "Submitted"), "Executed", "row", /cannot be deleted/],
    ["a custom Executing", add({ type: "executing" }), "Credit", "type", /Only the system sets Executing/],
    [
      "a custom Scheduled",
      change("awaiting", { type: "scheduled" }),
      "Awaiting documents",
      "type",
      /Only the system/,
    ],
    ["No. 0", add({ no: 0 }), "Credit", "no", /1 to 9999/],
    ["No. 10000", add({ no: 10000 }), "Credit", "no", /1 to 9999/],
    ["a negative No.", add({ no: -1 }), "Credit", "no", /1 to 9999/],
    ["a broken No.", add({ no: 1.5 }), "Credit", "no", /1 to 9999/],
    ["No. NaN", add({ no: Number.NaN }), "Credit", "no", /1 to 9999/],
    ["No. Infinity", add({ no: Number.POSITIVE_INFINITY }), "Credit", "no", /1 to 9999/],
    ["No. as text", add({ no: "7" }), "Credit", "no", /1 to 9999/],
    ["no No.", add({ no: undefined }), "Credit", "no", /1 to 9999/],
    ["no description", add({ description: "" }), "New status", "description", /Enter a description/],
    [
      "a blank description",
      add({ description: " \u200b " }),
      "New status",
      "description",
      /Enter a description/,
    ],
    [
      "a description of 81 characters",
      add({ description: long }),
      long.slice(1),
      "description",
      /at most 80/,
    ],
    ["a control character", add({ description: "a\u0007b" }), "a\u0007b", "description", /Remove control/],
    ["half a character", add({ description: "a\ud800" }), "a\ud800", "description", /Remove control/],
    [
      "a reversed reading direction",
      add({ description: "a\u202eb" }),
      "a\u202eb",
      "description",
      /reading direction/,
    ],
    [
      "a description that is no text",
      add({ description: 5 }),
      "New status",
      "description",
      /Enter a description/,
    ],
    [
      "a description taken, in another case",
      add({ description: "canceled - DENIAL" }),
      "canceled - DENIAL",
      "description",
      /“Canceled - Denial”/,
    ],
    ...[
      ["with a no-break space", "Canceled\u00a0- Denial", /Another status is called “Canceled - Denial”/],
      ["with a zero-width space", "Cance\u200bled - Denial", /Another status is called “Canceled - Denial”/],
      ["with double spaces", "Canceled  -  Denial", /Another status is called “Canceled - Denial”/],
      ["in wide letters", "Ｃanceled - Denial", /Another status is called “Canceled - Denial”/],
      ["with an accent in two characters", "A\u0301ndre\u0301", /Another status is called “Ándré”/],
      ["in Cyrillic letters", "Саncеlеd - Dеnіаl", /This looks like “Canceled - Denial”/],
      ["with a digit as a letter", "Cance1ed - Denia1", /This looks like “Canceled - Denial”/],
      ["with a capital I as an l", "CanceIed - DeniaI", /This looks like “Canceled - Denial”/],
    ].map(([how, description, message]): [string, StatusEdit, string, StatusColumn, RegExp] => [
      `a description taken, ${how}`,
      add({ description }),
      String(description),
      "description",
      message as RegExp,
    ]),
    ["a No. taken in its combination", add({ no: 4 }), "Credit", "no", /“Canceled” already has No. 4/],
    [
      "a No. taken, by being activated",
      edit({ changed: [{ id: "denial", cells: { no: 4 } }] }),
      "Canceled - Denial",
      "no",
      /No. 4/,
    ],
    ["an unknown Type", add({ type: "paused" }), "Credit", "type", /Choose a Type/],
    [
      "an unknown Storefront Type",
      add({ storefrontType: "__proto__" }),
      "Credit",
      "storefrontType",
      /Choose a Storefront/,
    ],
    ["a color by name", add({ color: "red" }), "Credit", "color", /#rrggbb/],
    ["a color of eight digits", add({ color: "#11223344" }), "Credit", "color", /#rrggbb/],
    ["Active as text", add({ active: "true" }), "Credit", "active", /Tick/],
    [
      "another Type of a status in use",
      change("awaiting", { type: "cancelled" }),
      "Awaiting documents",
      "type",
      /12 orders use/,
    ],
    [
      "a status in use without replacement",
      remove("denial"),
      "Canceled - Denial",
      "replacement",
      /1 order uses/,
    ],
    [
      "a replacement of another Type",
      remove("denial", "Submitted"),
      "Canceled - Denial",
      "replacement",
      /same Type/,
    ],
    [
      "itself as replacement",
      remove("denial", "denial"),
      "Canceled - Denial",
      "replacement",
      /Choose the status/,
    ],
    [
      "a replacement of elsewhere",
      remove("denial", "elsewhere"),
      "Canceled - Denial",
      "replacement",
      /Choose the status/,
    ],
    [
      "a replacement that only the Storefront sets",
      remove("awaiting", "Draft"),
      "Awaiting documents",
      "replacement",
      /users may set/,
    ],
    [
      "an inactive replacement",
      edit({
        changed: [{ id: "denial", cells: { active: false } }],
        deleted: [{ id: "x", replacementId: "denial" }],
      }),
      "Deleted status",
      "row",
      /gone/,
    ],
    ["a changed row that is gone", change("gone", { no: 5 }), "Deleted status", "row", /gone/],
  ])("refuses %s", (_, parts, row, column, message) => {
    const checked = checkStatusList(current, parts, inUse, lookalikes);
    expect(told(checked)).toContainEqual(
      expect.objectContaining({ row, column, message: expect.stringMatching(message) }),
    );
  });

  it("refuses an inactive replacement", () => {
    const inactive = [...current, custom("old", { no: 30, type: "cancelled", active: false })];
    const checked = checkStatusList(inactive, remove("denial", "old"), inUse, lookalikes);
    expect(checked.ok ? [] : checked.refusal).toMatchObject([
      { column: "replacement", fault: { is: "replacement_inactive" } },
    ]);
  });

  it("reports every faulty cell at once", () => {
    const parts = edit({
      changed: [{ id: "Draft", cells: { no: 0, color: "red" } }],
      added: [{ id: "new", cells: { ...newRow, description: "", type: "executing" } }],
      deleted: [{ id: "denial" }],
    });
    const checked = checkStatusList(current, parts, inUse, lookalikes);
    const columns = checked.ok ? [] : checked.refusal.map(({ rowId, column }) => `${rowId} ${column}`);
    expect(columns.sort()).toEqual([
      "Draft color",
      "Draft no",
      "denial replacement",
      "new description",
      "new type",
    ]);
  });
});

describe("whatever is edited", () => {
  const cells = fc.record(
    {
      no: fc.oneof(fc.integer({ min: 1, max: 25 }), fc.double(), fc.constant("4")),
      description: fc.oneof(
        fc.constantFrom("Draft", "submitted", "A", "b", ""),
        fc.string({ unit: "grapheme" }),
      ),
      type: fc.constantFrom(...orderStatusTypes),
      storefrontType: fc.constantFrom(...storefrontTypes),
      color: fc.constantFrom("#ABC", "#00ff00", "green"),
      active: fc.oneof(fc.boolean(), fc.constant(null)),
    },
    { requiredKeys: [] },
  );
  const ids = fc.constantFrom(...current.map(({ id }) => id), "new0", "elsewhere");
  const edits = fc.record({
    changed: fc.uniqueArray(fc.record({ id: ids, cells }), { selector: ({ id }) => id, maxLength: 3 }),
    added: fc
      .array(fc.oneof(cells, fc.constant(newRow)), { maxLength: 2 })
      .map((rows) => rows.map((row, index) => ({ id: `new${index}`, cells: row }))),
    deleted: fc.uniqueArray(fc.record({ id: ids, replacementId: fc.option(ids, { nil: undefined }) }), {
      selector: ({ id }) => id,
      maxLength: 2,
    }),
  });
  const usages = fc
    .dictionary(fc.constantFrom("awaiting", "denial"), fc.nat(3))
    .map((use) => new Map(Object.entries(use)));

  it("either names a row and says what to do, or leaves a list that keeps every rule", () => {
    fc.assert(
      fc.property(edits, usages, (parts, usage) => {
        const checked = checkStatusList(current, parts, usage, lookalikes);
        if (!checked.ok) {
          expect(checked.refusal.length).toBeGreaterThan(0);
          for (const { rowId, row, fault } of checked.refusal)
            expect(rowId && row && faultWords(fault)).toBeTruthy();
          return;
        }

        const { changed, added, deleted } = checked.value;
        const after = new Map(current.map((status) => [status.id, status]));
        for (const row of changed) after.set(row.after.id, row.after);
        for (const row of added) after.set(row.id, row);
        for (const row of deleted) after.delete(row.status.id);
        const list = [...after.values()];

        for (const status of system) {
          const { type, storefrontType } = status;
          expect(after.get(status.id)).toMatchObject({ type, storefrontType, active: true, mandatory: true });
        }
        for (const status of list) if (!status.mandatory) expect(typeIsForUsers(status.type)).toBe(true);
        const names = list.map(({ description }) => description.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        const numbers = list
          .filter(({ active }) => active)
          .map((row) => [row.no, row.type, row.storefrontType].join());
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { status, replacement } of deleted) {
          if ((usage.get(status.id) ?? 0) === 0) continue;
          expect(after.get(replacement?.id ?? "")).toMatchObject({ type: status.type, active: true });
        }
        for (const { before, after } of changed) {
          if (usage.get(before.id)) {
            expect(after.type).toBe(before.type);
            expect([before.storefrontType, "viewable", "submitted"]).toContain(after.storefrontType);
          }
          expect(statusColumns.some((column) => before[column] !== after[column])).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
