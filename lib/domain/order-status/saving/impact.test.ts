import { describe, expect, it } from "vitest";
import type { ListedStatus, StatusEdit } from "../list/list";
import { checkStatusList } from "../list/list-rules";
import { lookalikes } from "../list/lookalikes";
import { systemStatuses } from "../system-statuses";
import { impactOf, rowsToConfirm } from "./impact";
import { impactLines } from "./impact-words";

const system: ListedStatus[] = systemStatuses.map((status) => ({
  ...status,
  id: status.description,
  active: true,
  mandatory: true,
}));
const custom = (id: string, cells: Partial<ListedStatus>): ListedStatus => ({
  ...(system[1] as ListedStatus),
  id,
  description: id,
  mandatory: false,
  ...cells,
});
const current = [
  ...system,
  custom("Parked", { no: 20, storefrontType: "draft" }),
  custom("Awaiting documents", { no: 21 }),
  custom("Denied", { no: 22, type: "cancelled" }),
  custom("Asked", { no: 23, storefrontType: "pending_approval" }),
  custom("Unused", { no: 24 }),
];
const usage = new Map([
  ["Parked", 12],
  ["Awaiting documents", 1],
  ["Denied", 1300],
  ["Asked", 2],
]);

function lines(parts: Partial<StatusEdit>): string[] {
  const checked = checkStatusList(
    current,
    { changed: [], added: [], deleted: [], ...parts },
    usage,
    lookalikes,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal));
  return impactLines(impactOf(current, checked.value, usage)).map(({ text }) => text);
}
const change = (id: string, cells: object) => lines({ changed: [{ id, cells }] });

describe("the consequences of a save", () => {
  it.each<[string, string[], string[]]>([
    [
      "a new Storefront Type",
      change("Parked", { storefrontType: "viewable" }),
      [
        "12 open orders of “Parked” will be visible in the Storefront. A basket becomes a placed order.",
        "12 open orders of “Parked” will appear in Unexecuted Orders.",
        "Users can set “Parked” on orders. 12 open orders keep it.",
      ],
    ],
    [
      "one that customers read as before",
      change("Awaiting documents", { storefrontType: "submitted" }),
      [
        "1 open order of “Awaiting documents” will go from Viewable to Submitted in the Storefront and still reads “In Progress / Submitted” there.",
      ],
    ],
    [
      "one that customers read otherwise",
      change("Asked", { storefrontType: "viewable" }),
      [
        "2 open orders of “Asked” will go from Pending approval for standard resellers to Viewable in the Storefront and will read “In Progress / Submitted” instead of “Waiting for approval” there.",
        "2 open orders of “Asked” will appear in Unexecuted Orders.",
        "Users can set “Asked” on orders. 2 open orders keep it.",
      ],
    ],
    [
      "a lower No.",
      change("Awaiting documents", { no: 1 }),
      ["New orders will get “Awaiting documents” instead of “Submitted” because its No. is lower."],
    ],
    ["another No., which changes nothing for orders", change("Denied", { no: 31 }), []],
    [
      "another name and color",
      change("Denied", { description: "Refused", color: "#000000" }),
      [
        "1,300 orders use “Denied” and will show “Refused”.",
        "1,300 orders use “Denied” and will show its new color.",
      ],
    ],
    [
      "deactivating",
      change("Denied", { active: false }),
      ["Users can no longer set “Denied” on orders. 1,300 orders keep it."],
    ],
    [
      "a deletion with a replacement",
      lines({ deleted: [{ id: "Awaiting documents", replacementId: "Submitted" }] }),
      ["1 open order will get “Submitted” instead of “Awaiting documents”."],
    ],
    [
      "a deletion of what no order has",
      lines({ deleted: [{ id: "Unused" }] }),
      ["Users can no longer set “Unused” on orders."],
    ],
    [
      "an inactive addition, which changes nothing for orders",
      lines({ added: [{ id: "new-1", cells: { ...custom("New", { no: 40 }), active: false } }] }),
      [],
    ],
    ["a color that no order shows", change("Draft", { color: "#000000" }), []],
  ])("of %s", (_, said, expected) => {
    expect(said).toEqual(expected);
  });

  it.each([
    ["is inactive", { active: false }],
    ["is of another combination", { storefrontType: "submitted" }],
  ])("do not blame the No. when the status that the system sets %s", (_, cells) => {
    const winning = current.map((status) =>
      status.id === "Awaiting documents" ? { ...status, no: 1 } : status,
    );
    const edit = { changed: [{ id: "Awaiting documents", cells }], added: [], deleted: [] };
    const checked = checkStatusList(winning, edit, usage, lookalikes);
    expect(checked.ok && impactOf(winning, checked.value, usage).defaults).toEqual([
      { combination: "submitted", from: "Awaiting documents", to: "Submitted", lowerNo: false },
    ]);
  });

  it("count Executing and Scheduled orders as open, which they are", () => {
    const edit = { changed: [{ id: "Scheduled", cells: { no: 9 } }], added: [], deleted: [] };
    const checked = checkStatusList(current, edit, new Map(), lookalikes);
    const impact = checked.ok && impactOf(current, checked.value, new Map([["Scheduled", 5]]));
    expect(impact).toMatchObject({ rows: [{ orders: 5, open: 5, effects: [] }] });
  });

  it("are asked about first where orders get another Storefront Type", () => {
    const toConfirm = (id: string, cells: object) => {
      const checked = checkStatusList(
        current,
        { changed: [{ id, cells }], added: [], deleted: [] },
        usage,
        lookalikes,
      );
      return checked.ok && rowsToConfirm(impactOf(current, checked.value, usage)).map(({ rowId }) => rowId);
    };
    expect(toConfirm("Parked", { storefrontType: "viewable" })).toEqual(["Parked"]);
    expect(toConfirm("Unused", { storefrontType: "submitted" })).toEqual([]);
    expect(toConfirm("Denied", { active: false })).toEqual([]);
  });
});
