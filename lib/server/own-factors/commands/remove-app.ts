import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { people } from "../../profile/person";
import { lockOwner } from "../lock";
import { completeRemoving, mayRemove } from "../removed";

/** Removes the authenticator app of the person who asks. See docs/domain.md, section 7, "Second factor". */
export const removeApp = command({
  name: "second-factor.remove-app",
  caller: people,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({}),
  refusals: refusals(
    "sign_in_with_factor",
    "password_wrong",
    "sign_in_again",
    "too_many_tries",
    "no_app",
    "second_factor_needed",
  ),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { person } = owner.value;
    const { personId } = person;
    const there = await tx.authenticatorApp.count({ where: { personId, confirmedAt: { not: null } } });
    if (there === 0) return refuse({ reason: "no_app", path: "" });
    const may = await mayRemove(tx, owner.value);
    if (!may.ok) return may;
    await tx.authenticatorApp.delete({ where: { personId } });
    await completeRemoving(tx, ctx, person, { factor: "app", name: null }, may.value);
    return ok({});
  },
});
