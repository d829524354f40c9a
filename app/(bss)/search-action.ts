"use server";

import type { SearchHit } from "@/lib/schemas/search";
import { searchEverything } from "@/lib/server/search";
import { requireCtx } from "@/lib/server/session";

export async function searchAction(text: unknown): Promise<SearchHit[]> {
  return searchEverything(await requireCtx(), text);
}
