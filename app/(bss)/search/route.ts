import type { NextRequest } from "next/server";
import { searchEverything } from "@/lib/server/search/queries/search-everything";
import { data, respond } from "../../_components/respond";

/** Answers what the command palette finds for a text: a GET, so that a newer question can cancel an older one. */
export function GET(request: NextRequest) {
  return respond(
    async ({ ctx }) => data(await searchEverything(ctx, request.nextUrl.searchParams.get("q"))),
    "search",
  );
}
