import { expect, test } from "vitest";
import { anInvoice } from "@/lib/domain/billing-document/document.test-data";
import { documentPdf } from "./document-pdf";
import { heldFaces } from "./faces";

const now = new Date("2026-11-23T12:00:00Z");

test("reads no font before a document needs it, and then no more than it needs", async () => {
  expect(heldFaces()).toEqual([]);
  await documentPdf(anInvoice(), now);
  expect(heldFaces()).toEqual(["Inter-400", "Inter-600"]);
  await documentPdf(anInvoice({ buyer: { ...anInvoice().buyer, name: "北京" } }), now);
  const others = heldFaces().filter((name) => !name.startsWith("Inter"));
  expect(others.every((name) => name.startsWith("noto-sans-sc-"))).toBe(true);
  expect(others.length).toBeLessThanOrEqual(4);
});
