import { expect, test } from "vitest";
import { linkOver } from "./one-time-link";

const now = new Date("2026-03-01T09:00:00Z");
const later = new Date("2026-03-01T09:00:00.001Z");
const open = { usedAt: null, voidedAt: null, endsAt: later };

test.each([
  ["is open until it ends", open, null],
  ["has ended at its end", { ...open, endsAt: now }, "ended"],
  ["stays used after its end", { ...open, endsAt: now, usedAt: now }, "used"],
  ["stays void after its end", { ...open, endsAt: now, voidedAt: now }, "void"],
  ["without a secret is not there", { ...open, endsAt: null }, "unknown"],
])("a link %s", (_, link, expected) => expect(linkOver(link, now)).toBe(expected));

test("no link is unknown", () => expect(linkOver(null, now)).toBe("unknown"));
