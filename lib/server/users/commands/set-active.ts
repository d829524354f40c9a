import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { requireAllOf } from "../../roles/needed-for";
import { lockUser } from "../lock";

const SetActiveInput = z.strictObject({ id: Id, version: Version });

/** Ends every session of a user at once, prevents further sign-ins and voids every link. @throws Forbidden, NotFound, Conflict */
export const deactivateUser = command({
  name: "user.deactivate",
  caller: staff("user:save"),
  input: SetActiveInput,
  output: z.object({ id: Id }),
  refusals: refusals("own_user", "last_administrator"),
  async run({ tx, ctx }, input) {
    const { user, lastManager } = await lockUser(tx, ctx, input);
    await requireAllOf(tx, ctx, user);
    if (user.id === ctx.actor.id) {
      return refuse({ reason: "own_user", path: "" });
    }
    if (lastManager) {
      return refuse({ reason: "last_administrator", name: user.name, path: "" });
    }
    if (!user.active) return ok({ id: user.id });

    await tx.user.updateMany({
      where: { id: user.id },
      data: { active: false, sessionVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await voidLinks(tx, ctx, user.id);
    await record(tx, ctx, [{ kind: "user.deactivated", subject: user.email }]);
    return ok({ id: user.id });
  },
});

/** Lets a deactivated user sign in again, with the same password. @throws Forbidden, NotFound, Conflict */
export const activateUser = command({
  name: "user.activate",
  caller: staff("user:save"),
  input: SetActiveInput,
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx }, input) {
    const { user } = await lockUser(tx, ctx, input);
    await requireAllOf(tx, ctx, user);
    if (user.active) return ok({ id: user.id });

    await tx.user.updateMany({ where: { id: user.id }, data: { active: true, version: { increment: 1 } } });
    await record(tx, ctx, [{ kind: "user.activated", subject: user.email }]);
    return ok({ id: user.id });
  },
});
