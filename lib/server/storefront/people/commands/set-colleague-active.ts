import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { SeenColleagueInput } from "@/lib/schemas/colleagues";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { record } from "../../../kernel/record";
import { voidLinks } from "../../../links/links";
import { customers } from "../../customer";
import { lockColleague } from "../lock";

/**
 * Ends every session of somebody of the customer's own account at once, prevents further sign-ins and voids every link.
 * @throws NotFound, Conflict
 */
export const deactivateColleague = command({
  name: "account-person.deactivate",
  caller: customers("storefront:people"),
  input: SeenColleagueInput,
  output: z.object({ id: Id }),
  refusals: refusals("own_user", "last_account_administrator"),
  async run({ tx, ctx, who }, { id, version }) {
    const { colleague, lastAdministrator } = await lockColleague(tx, who, { id, version });
    const { name, email: subject, active } = colleague;
    if (id === who.userId) return refuse({ reason: "own_user", path: "" });
    if (lastAdministrator) return refuse({ reason: "last_account_administrator", name, path: "" });
    if (!active) return ok({ id });

    await tx.user.updateMany({
      where: { id },
      data: { active: false, sessionVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await voidLinks(tx, ctx, id);
    await record(tx, ctx, [{ kind: "user.deactivated", subject }]);
    return ok({ id });
  },
});

/** Lets somebody of the customer's own account sign in again. @throws NotFound, Conflict */
export const activateColleague = command({
  name: "account-person.activate",
  caller: customers("storefront:people"),
  input: SeenColleagueInput,
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx, who }, { id, version }) {
    const { colleague } = await lockColleague(tx, who, { id, version });
    if (colleague.active) return ok({ id });
    await tx.user.updateMany({ where: { id }, data: { active: true, version: { increment: 1 } } });
    await record(tx, ctx, [{ kind: "user.activated", subject: colleague.email }]);
    return ok({ id });
  },
});
