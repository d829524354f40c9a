import "server-only";
import { type AccentColors, accentColors } from "@/lib/domain/values/color";
import { read, sql } from "../../../kernel/db";
import { nothing, query } from "../../../kernel/definition/query";
import { customers } from "../../customer";

export type ShopLook = {
  /** Holds the colors; null is the neutral look. */
  accent: AccentColors | null;
  logo: { id: string; width: number; height: number } | null;
};

/** Returns how the organization's shop looks: docs/domain.md, section 5. */
export const getShopLook = query({
  name: "shop.look",
  caller: customers("storefront:browse"),
  input: nothing,
  async run({ ctx }): Promise<ShopLook> {
    const [row] = await read(ctx).$queryRaw<
      { accentColor: string | null; id: string | null; width: number; height: number }[]
    >(sql`
      SELECT accent_color AS "accentColor", logos.id, width, height FROM organizations
      LEFT JOIN logos ON logos.organization_id = organizations.id AND logos.id = logo_id
      WHERE organizations.id = ${ctx.organizationId}::uuid`);
    const { accentColor = null, id = null, width = 0, height = 0 } = row ?? {};
    return { accent: accentColors(accentColor), logo: id === null ? null : { id, width, height } };
  },
});
