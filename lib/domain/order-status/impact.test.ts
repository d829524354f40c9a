import { describe, expect, it } from "vitest";
import { impactOf } from "./impact";
import { impactLines } from "./impact-words";
import type { ListedStatus, StatusEdit } from "./list";
import { checkStatusList } from "./list-rules";
import { systemStatuses } from "./system-statuses";

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
];
const usage = new Map([
  ["Parked", 12],
  ["Awaiting documents", 1],
  ["Denied", 1300],
]);

function lines(parts: Partial<StatusEdit>): string[] {
  const checked = checkStatusList(current, { changed: [], added: [], deleted: [], ...parts }, usage);
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
        "12 open orders of “Parked” become visible in the Storefront.",
        "12 open orders of “Parked” come to Unexecuted Orders.",
        "“Parked” can be set on orders.",
      ],
    ],
    [
      "one that hides an order",
      change("Awaiting documents", { storefrontType: "draft" }),
      [
        "1 open order of “Awaiting documents” becomes a basket, which the customer can change and staff cannot.",
        "1 open order of “Awaiting documents” leaves Unexecuted Orders.",
        "“Awaiting documents” can no longer be set on orders; 1 open order keeps it.",
      ],
    ],
    [
      "a lower No.",
      change("Awaiting documents", { no: 1 }),
      ["New orders will get “Awaiting documents” instead of “Submitted”, since its No. is lower."],
    ],
    [
      "another name and color",
      change("Denied", { description: "Refused", color: "#000000" }),
      [
        "1,300 orders have “Denied” and will show “Refused”.",
        "1,300 orders have “Denied” and will show its new color.",
      ],
    ],
    [
      "deactivating",
      change("Denied", { active: false }),
      ["“Denied” can no longer be set on orders; 1,300 orders keep it."],
    ],
    [
      "a deletion with a replacement",
      lines({ deleted: [{ id: "Awaiting documents", replacementId: "Submitted" }] }),
      ["1 open order gets “Submitted” instead of “Awaiting documents”."],
    ],
    ["a color that no order shows", change("Draft", { color: "#000000" }), []],
  ])("of %s", (_, said, expected) => {
    expect(said).toEqual(expected);
  });

  it("tells that the status the system sets is gone", () => {
    const lower = current.map((status) =>
      status.id === "Awaiting documents" ? { ...status, no: 1 } : status,
    );
    const edit: StatusEdit = {
      changed: [{ id: "Awaiting documents", cells: { active: false } }],
      added: [],
      deleted: [],
    };
    const checked = checkStatusList(lower, edit, usage);
    expect(checked.ok && impactOf(lower, checked.value, usage).defaults).toEqual([
      { combination: "submitted", from: "Awaiting documents", to: "Submitted", lowerNo: false },
    ]);
  });
});
