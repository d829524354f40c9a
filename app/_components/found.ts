import { notFound } from "next/navigation";
import { NotFound } from "@/lib/server/kernel/errors";

/** What a page shows; the page that says there is no such thing, when there is none. */
export async function found<Value>(query: Promise<Value>): Promise<Value> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
