import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { errorResponse, ProblemError } from "@/lib/server/doors/rest/problem";
import { readText } from "@/lib/server/outside/read-text";
import { authOptions } from "@/lib/server/sign-in/auth-options";
import type { SignInRefusal } from "@/lib/server/sign-in/sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

const longestBody = 16_384;

async function handler(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  // The library would write into our log what anybody sends there.
  if (nextauth.includes("_log")) return problem(new ProblemError("no_such_path"));

  const whole = await wholeRequest(request);
  if (!whole)
    return problem(new ProblemError("too_long", "The body is longer than 16 KiB, so we did not read it."));

  let refusal: SignInRefusal | undefined;
  const options = authOptions((heard) => {
    refusal = heard;
  });
  const response: Response = await NextAuth(whole as never, context as never, options);
  return refusal ? (tooEarly(refusal) ?? response) : response;
}

/** Reads what the library would otherwise read to its end, or returns null if that is too long. */
async function wholeRequest(request: Request): Promise<Request | null> {
  if (!request.body) return request;
  const body = await readText(request.body, longestBody).catch(() => null);
  if (body === null) return null;
  return new NextRequest(request.url, { method: request.method, headers: request.headers, body });
}

/** Says when to try again, which the library's own answer to wrong credentials does not. */
function tooEarly(refusal: SignInRefusal): Response | undefined {
  if (refusal.reason === "wrong") return undefined;
  if (refusal.reason === "busy")
    return problem(new ProblemError("busy", undefined, [], { "retry-after": "2" }));
  const headers = { "retry-after": String(refusal.retryAfterSeconds) };
  const words = "There were too many tries to sign in. Wait for the number of seconds in “Retry-After”.";
  return problem(new ProblemError("too_many_requests", words, [], headers));
}

function problem(error: ProblemError): Response {
  return errorResponse(error, randomUUID());
}

export { handler as GET, handler as POST };
