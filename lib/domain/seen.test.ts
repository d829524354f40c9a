import { expect, test } from "vitest";
import { differences } from "./seen";

const total = (amount: string) => ({ label: "Total", amount });
const mail = (units: number) => ({ label: "Mail", units });

test("equal facts differ in nothing", () => {
  expect(differences([total("120.00"), mail(2)], [total("120.00"), mail(2)])).toEqual([]);
});

test("tells what changed, what is new and what is gone", () => {
  expect(
    differences(
      [total("120.00"), mail(2), { label: "Web", units: 1 }],
      [total("150.00"), mail(2), { label: "VPN", units: 4 }],
    ),
  ).toEqual([
    { label: "Total", before: total("120.00"), now: total("150.00") },
    { label: "VPN", before: null, now: { label: "VPN", units: 4 } },
    { label: "Web", before: { label: "Web", units: 1 }, now: null },
  ]);
});

test("two lines of one label are told apart by their order", () => {
  expect(differences([mail(1), mail(2)], [mail(1), mail(3)])).toEqual([
    { label: "Mail", before: mail(2), now: mail(3) },
  ]);
});
