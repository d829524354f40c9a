import "server-only";
import type { FixedRole } from "@/lib/domain/permissions";
import type { Ctx } from "../../kernel/ctx";
import type { TestOrganization } from "../factories/basics";
import type { Json, Kinds, ToldElsewhere } from "../hostile";

/** Holds a valid input of a command or query of BSS, and what else each field accepts. */
export type Example = {
  /** Names the role that sends it, by default the operator. */
  as?: FixedRole;
  /** Creates the caller, if the command needs a stored user. */
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
