import { expect, test } from "vitest";
import { z } from "zod";
import { shapeOf } from "./shape";

test("a schema is written as people read types", () => {
  const schema = z.object({
    id: z.uuid(),
    day: z.iso.date().nullable(),
    kinds: z.array(z.enum(["new", "trial"])),
    values: z.record(z.string(), z.number()),
    inner: z.object({ note: z.string().optional() }),
  });
  expect(shapeOf(z.toJSONSchema(schema) as Parameters<typeof shapeOf>[0])).toBe(`{
  id: id
  day: day | null
  kinds: ("new" | "trial")[]
  values: { [name]: number }
  inner: {
    note?: string
  }
}`);
});
