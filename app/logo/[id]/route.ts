import { NotFound } from "@/lib/server/kernel/errors";
import { getLogo } from "@/lib/server/organizations/queries/get-logo";
import { currentSession } from "@/lib/server/sign-in/session";

/** A logo of the reader's own organization. A replaced one has another address, so that a browser may keep it. */
export async function GET(_: Request, { params }: RouteContext<"/logo/[id]">) {
  const session = await currentSession();
  if (!session) return new Response("Sign in first.", { status: 401 });
  const logo = await getLogo(session, (await params).id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!logo) return new Response("There is no such logo here.", { status: 404 });
  return new Response(logo.data, {
    headers: {
      "content-type": logo.mediaType,
      "content-length": String(logo.data.length),
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
