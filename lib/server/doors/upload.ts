import "server-only";
import { formatOfName, importFormats } from "@/lib/domain/imports/import";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { ActionResult } from "@/lib/schemas/action-result";
import { createImport } from "../imports/commands/create-import";
import { SentFile } from "../imports/sent-file";
import type { Ctx } from "../kernel/ctx";
import { describeError } from "./action";

/** Takes the file that a page sends as the body of its request, and reads it while it arrives. @throws Forbidden */
export async function takeUpload(ctx: Ctx, request: Request): Promise<ActionResult<{ importId: string }>> {
  const { searchParams } = new URL(request.url);
  const fileName = searchParams.get("name") ?? "";
  const format = formatOfName(fileName) ?? importFormats[0];
  const file = new SentFile(request.body ?? (async function* () {})());
  try {
    const taken = await createImport(ctx, { subject: searchParams.get("subject"), format, fileName, file });
    if (taken.ok) return taken;
    const { message, problems, because } = tellRefusal(taken.refusal, ctx.locale);
    return { ok: false, reason: because, message, problems };
  } catch (error) {
    return describeError(error);
  }
}
