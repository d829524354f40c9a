import { openApiDocument } from "@/lib/server/doors/rest/openapi";

/** Answers the description of the API. It is public, since it holds nothing of any organization. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { "cache-control": "public, max-age=300" } });
}
