import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { forIdentityStep } from "@/lib/schemas/sign-in";
import { errorResponse, ProblemError } from "@/lib/server/doors/rest/problem";
import { backFromProvider } from "@/lib/server/doors/single-sign-on";
import { readText } from "@/lib/server/outside/read-text";
import { authOptions } from "@/lib/server/sign-in/auth-options";
import { forgetIdentityStep } from "@/lib/server/sign-in/session/identity-step-cookie";
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

  // A person who goes to the identity provider to sign in has given up what they went there for before.
  if (nextauth.join("/") === "signin/oidc" && !(await isForStep(whole.clone()))) await forgetIdentityStep();

  let refusal: SignInRefusal | undefined;
  const options = authOptions({
    refused: (heard) => {
      refusal = heard;
    },
    backFromProvider,
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

/** Tells whether a page sends the browser to the identity provider for the step that it has just begun. */
async function isForStep(request: Request): Promise<boolean> {
  const body = request.method === "POST" ? await request.text() : "";
  return new URLSearchParams(body).has(forIdentityStep);
}

/** Says when to try again, which the library's own answer to wrong credentials does not. */
function tooEarly(refusal: SignInRefusal): Response | undefined {
  if (refusal.reason === "wrong" || refusal.reason === "single_sign_on") return undefined;
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
