import "server-only";
import { ZodError } from "zod";
import type { ExpensiveCall } from "@/lib/domain/expensive-calls";
import { tooOften } from "@/lib/server/doors/expensive";
import { Forbidden, NotFound, SessionEnded } from "@/lib/server/kernel/errors";
import { otherPage } from "@/lib/server/sign-in/session/page-of";
import { currentSession, type Session } from "@/lib/server/sign-in/session/session";

/**
 * Answers a signed-in person's request for data or a file, and says in one way why there is no answer. What takes the server
 * long is limited by session.
 */
export async function respond(
  answer: (session: Session) => Promise<Response>,
  expensive?: ExpensiveCall,
): Promise<Response> {
  const session = await currentSession();
  if (!session) return signInFirst();
  const other = await otherPage(session);
  if (other) return new Response(other.words, { status: 409 });
  const refused = expensive && (await tooOften(expensive, session.id));
  if (refused) return refused;
  try {
    return await answer(session);
  } catch (error) {
    if (error instanceof SessionEnded) return signInFirst();
    if (error instanceof Forbidden) return new Response(error.message, { status: 403 });
    if (error instanceof NotFound) return new Response(error.message, { status: 404 });
    if (error instanceof ZodError) return new Response("The address is not complete.", { status: 400 });
    throw error;
  }
}

function signInFirst(): Response {
  return new Response("Sign in first.", { status: 401 });
}

/** Answers with data for an open page, which nobody else may keep. */
export function data(value: unknown): Response {
  return Response.json(value, { headers: { "cache-control": "private, no-store" } });
}

/** Answers with a file to download. */
export function file(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
