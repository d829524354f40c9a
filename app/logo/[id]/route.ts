import { getLogo } from "@/lib/server/organizations/queries/get-logo";
import { respond } from "../../_components/respond";

/** Answers with a logo of the reader's own organization. A replaced one has another address, so that a browser may keep it. */
export function GET(_: Request, { params }: RouteContext<"/logo/[id]">) {
  return respond(async (session) => {
    const logo = await getLogo(session, (await params).id);
    return new Response(logo.data, {
      headers: {
        "content-type": logo.mediaType,
        "content-length": String(logo.data.length),
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  });
}
