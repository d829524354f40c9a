import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Ctx } from "../../kernel/ctx";
import type { TestOrganization } from "../factories";
import type { Json, Kinds, ToldElsewhere } from "../hostile";

/** What a command or query of BSS is sent when nothing is wrong, and what of each field is right after all. */
export type Example = {
  /** An operator, unless told otherwise. */
  as?: Role;
  /** The one who asks, where it has to be somebody who is stored. */
  who?: (ctx: Ctx, organization: TestOrganization) => Promise<Ctx>;
  /** All that is taken. */
  input: (organization: TestOrganization) => Promise<Json>;
  kinds?: Kinds;
  elsewhere?: ToldElsewhere;
  /** Fields that go with none of the others. */
  without?: string[];
};

/** Examples by the name that the command or query is exported under. */
export type Examples = Record<string, Example>;
