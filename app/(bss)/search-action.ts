"use server";

import type { SearchHit } from "@/lib/schemas/search";
import { searchEverything } from "@/lib/server/search/search-everything";
import { requireCtx } from "@/lib/server/sign-in/session";

export async function searchAction(text: unknown): Promise<SearchHit[]> {
  return searchEverything(await requireCtx(), text);
}
