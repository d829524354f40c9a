import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Ctx } from "../../kernel/ctx";
import type { TestOrganization } from "../factories/basics";
import type { Json, Kinds, ToldElsewhere } from "../hostile";

/** Holds a sound input of a command or query of BSS, and says what else each field accepts. */
export type Example = {
  /** Is the operator if nothing else is given. */
  as?: Role;
  /** Makes the caller, if the command needs a user that is stored. */
  who?: (ctx: Ctx, organization: TestOrganization) => Promise<Ctx>;
  /** Returns an input with every field. */
  input: (organization: TestOrganization) => Promise<Json>;
  kinds?: Kinds;
  elsewhere?: ToldElsewhere;
  /** Names the fields that exclude the others. */
  without?: string[];
};

/** Maps the name of an export to its example. */
export type Examples = Record<string, Example>;
