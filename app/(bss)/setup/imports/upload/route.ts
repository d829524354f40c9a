import type { NextRequest } from "next/server";
import { uploadType } from "@/lib/domain/imports/import";
import { takeUpload } from "@/lib/server/doors/upload";
import { requirePermission } from "@/lib/server/kernel/ctx";
import { data, respond } from "../../../../_components/respond";

/** Takes a file of any size, which a server action could only take as a whole. */
export function POST(request: NextRequest) {
  return respond(async ({ ctx }) => {
    requirePermission(ctx, "import:run");
    if (request.headers.get("content-type") !== uploadType)
      return new Response("Send the file as the body.", { status: 415 });
    return data(await takeUpload(ctx, request));
  }, "import");
}
