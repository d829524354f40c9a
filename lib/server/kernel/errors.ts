import type { Permission } from "@/lib/domain/permissions";

/** The actor's role does not include the permission. */
export class Forbidden extends Error {
  override name = "Forbidden";
  constructor(readonly permission: Permission) {
    super(`Your role does not include “${permission}”.`);
  }
}

/** No such row in the actor's organization; nobody learns whether another organization has it. */
export class NotFound extends Error {
  override name = "NotFound";
  constructor(
    readonly what: string,
    readonly key: string,
  ) {
    super(`There is no ${what} “${key}” here.`);
  }
}

/** Somebody else changed the row since it was read. Nothing was saved. */
export class Conflict extends Error {
  override name = "Conflict";
  constructor(readonly what: string) {
    super(`${what} was changed by somebody else in the meantime. Nothing was saved.`);
  }
}
