import type { Permission } from "@/lib/domain/permissions";

/** Reports that the actor's role lacks the permission. */
export class Forbidden extends Error {
  override name = "Forbidden";
  constructor(readonly permission: Permission) {
    super(`Your role does not include “${permission}”.`);
  }
}

/** Reports that the actor's organization has no such row. Nobody learns whether another organization has it. */
export class NotFound extends Error {
  override name = "NotFound";
  constructor(
    readonly what: string,
    readonly key: string,
  ) {
    super(`There is no ${what} “${key}” here.`);
  }
}

/** Reports that the session in which a person asks has ended while their command was at work. Nothing was saved. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
  constructor() {
    super("Your session has ended. Nothing was saved.");
  }
}

/** Reports that the database stopped the work because it ran or waited for too long. Nothing was saved. */
export class TookTooLong extends Error {
  override name = "TookTooLong";
  constructor(cause: unknown) {
    super("This took too long, so we stopped it and saved nothing. Try again in a moment.", { cause });
  }
}

/** Reports that someone else changed the row after it was read. Nothing was saved. */
export class Conflict extends Error {
  override name = "Conflict";
  constructor(readonly what: string) {
    super(`${what} was changed by somebody else in the meantime. Nothing was saved.`);
  }
}
