import { randomUUID } from "node:crypto";
import { errorResponse, ProblemError } from "@/lib/server/doors/rest/problem";

/** Answers an address under /api that has no route, since machines need no sign-in page. */
function notFound(): Response {
  return errorResponse(new ProblemError("no_such_path"), randomUUID());
}

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
