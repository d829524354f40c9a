import "server-only";
import { z } from "zod";
import { IdempotencyKey } from "@/lib/schemas/fields";

const Named = z.object({ idempotencyKey: IdempotencyKey.optional() });

/** Parses what a caller sent, and takes the idempotency key off it, which belongs to no command's input. @throws ZodError */
export function parseSent<Input extends z.ZodType>(
  schema: Input,
  raw: unknown,
): { key: string | undefined; input: z.output<Input> } {
  if (typeof raw !== "object" || raw === null || !("idempotencyKey" in raw)) {
    return { key: undefined, input: schema.parse(raw) };
  }
  const { idempotencyKey: key } = Named.parse(raw);
  const { idempotencyKey: _, ...rest } = raw;
  return { key, input: schema.parse(rest) };
}
