import "server-only";
import { type LetterLook, letterFooter } from "@/lib/domain/messages/letter";
import type { Language } from "@/lib/domain/messages/message";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { profileColumns } from "../organizations/queries/get-company";
import type { Mail } from "./smtp";

/** Identifies the logo within the email, because mail programs do not load pictures from elsewhere. */
const cid = "logo@order-desk";

/** Returns the present look of the organization's letters, and the pictures that a letter carries. */
export async function loadLetterLook(
  ctx: Ctx,
  language: Language,
): Promise<{ look: LetterLook; pictures: NonNullable<Mail["pictures"]> }> {
  const { logo, ...sender } = await read(ctx).organization.findFirstOrThrow({
    select: {
      ...profileColumns,
      name: true,
      logo: { select: { mediaType: true, width: true, height: true, data: true } },
    },
  });
  const { name, accentColor } = sender;
  return {
    look: {
      name,
      accentColor,
      logo: logo && { source: `cid:${cid}`, width: logo.width, height: logo.height },
      footer: letterFooter(sender, language),
    },
    pictures: logo ? [{ cid, mediaType: logo.mediaType, data: logo.data }] : [],
  };
}
