import { z } from "zod";

/** Where a page of a list in (time, id) order ended. */
export type Position = { at: Date; id: string };

const Encoded = z.tuple([z.iso.datetime(), z.uuid()]);

export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

/** A cursor that is none starts from the beginning. */
export function decodeCursor(cursor: string | undefined): Position | null {
  if (!cursor) return null;
  const parsed = Encoded.safeParse(Buffer.from(cursor, "base64url").toString().split(" "));
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null;
}
