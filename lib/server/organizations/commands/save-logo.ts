import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { logoLimits } from "@/lib/domain/values/logo";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { readPicture } from "../picture";

const SaveLogoInput = z.strictObject({
  /** Takes the picture's bytes in base64, at most as long as the largest logo. Null removes the logo. */
  picture: z
    .string("Choose a picture.")
    .min(1, "Choose a picture.")
    .max(Math.ceil(logoLimits.bytes / 3) * 4, "This picture is larger than 256 KB. Choose a smaller one.")
    .nullable(),
  /** Names the logo that was current when the user chose the picture. */
  replaces: Id.nullable().default(null),
});

/**
 * Replaces or removes the organization's logo. The old one is kept for the documents that show it. See docs/domain.md,
 * section 3, "Documents". @throws Conflict
 */
export const saveLogo = command({
  name: "organization.save-logo",
  caller: staff("organization:save"),
  input: SaveLogoInput,
  output: z.object({ logoId: Id.nullable() }),
  refusals: refusals("no_picture"),
  async run({ tx, ctx }, { picture, replaces }) {
    const read = picture === null ? ok(null) : readPicture(picture);
    if (!read.ok) return refuse({ reason: "no_picture", why: read.refusal, path: "picture" });
    const logo = read.value && { id: randomUUID(), ...read.value };
    if (logo) {
      await tx.logo.create({ data: { organizationId: ctx.organizationId, ...logo, createdAt: ctx.now } });
    }
    const logoId = logo?.id ?? null;
    const { count } = await tx.organization.updateMany({ where: { logoId: replaces }, data: { logoId } });
    if (count === 0) throw new Conflict("The logo");
    const { name } = await tx.organization.findFirstOrThrow({ select: { name: true } });
    await record(tx, ctx, [
      logo
        ? { kind: "organization.logo_saved", subject: name, after: factsOf(logo) }
        : { kind: "organization.logo_removed", subject: name },
    ]);
    return ok({ logoId });
  },
});

function factsOf({ width, height, mediaType }: { width: number; height: number; mediaType: string }) {
  return { width, height, mediaType };
}
