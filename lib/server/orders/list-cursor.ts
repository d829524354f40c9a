import { z } from "zod";

/** A place between two rows of a list ordered by order date and id, and the side of it that is wanted. */
export type Cursor = { side: "after" | "before"; orderDate: Date; id: string };

export function cursorOf(side: Cursor["side"], row: { orderDate: string; id: string }): string {
  return Buffer.from(`${side} ${row.orderDate} ${row.id}`).toString("base64url");
}

/** What is no cursor of ours starts at the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const [side, time, id] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const orderDate = new Date(time ?? "");
  if (side !== "after" && side !== "before") return null;
  if (Number.isNaN(orderDate.getTime()) || !z.uuid().safeParse(id).success || !id) return null;
  return { side, orderDate, id };
}
