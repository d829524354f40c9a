import { z } from "zod";
import { keyRoles, type Overlap, overlaps, permissionsOf } from "@/lib/domain/api-key";
import { permissions } from "@/lib/domain/permissions";
import { Id, line, optional, Version } from "./fields";
import { Day } from "./orders";

/** These schemas say what the administration of API keys takes: docs/domain.md, section 7, "API keys". */

export const CreateApiKeyInput = z
  .strictObject({
    name: line("a name", 80),
    role: z.enum(keyRoles, "Choose a role from the list.").default("manager"),
    /** Narrows the permissions of the role. If it is null, the key has all of them. */
    scopes: z
      .array(z.enum(permissions, "Choose from the list."))
      .min(1, "Choose at least one.")
      .max(permissions.length)
      .nullable()
      .default(null),
    /** Is the last day on which the key counts, in the organization's time zone. */
    expiresOn: optional(Day),
  })
  .superRefine(({ role, scopes }, check) => {
    for (const [at, scope] of (scopes ?? []).entries()) {
      if (permissionsOf(role).includes(scope)) continue;
      const message = "This role may not do that.";
      check.addIssue({ code: "custom", path: ["scopes", at], message });
    }
  });

export type CreateApiKeyInput = z.input<typeof CreateApiKeyInput>;

export const RotateApiKeyInput = z.strictObject({
  id: Id,
  version: Version,
  /** Says how long the secret until now still counts. */
  overlap: z.enum(Object.keys(overlaps) as [Overlap, ...Overlap[]], "Choose from the list.").default("day"),
});

export const RevokeApiKeyInput = z.strictObject({ id: Id });
