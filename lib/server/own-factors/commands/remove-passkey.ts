import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { people } from "../../profile/person";
import { lockOwner } from "../lock";
import { completeRemoving, mayRemove } from "../removed";

/** Removes a passkey of the person who asks. See docs/domain.md, section 7, "Second factor". @throws NotFound */
export const removePasskey = command({
  name: "second-factor.remove-passkey",
  caller: people,
  input: z.strictObject({ id: Id, current: CurrentPassword.optional() }),
  output: z.object({ id: Id }),
  refusals: refusals(
    "sign_in_with_factor",
    "password_wrong",
    "sign_in_again",
    "too_many_tries",
    "second_factor_needed",
  ),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }, { id }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { person } = owner.value;
    const passkey = await tx.passkey.findFirst({
      where: { id, personId: person.personId },
      select: { name: true },
    });
    if (!passkey) throw new NotFound("passkey", id);
    const may = await mayRemove(tx, owner.value);
    if (!may.ok) return may;
    await tx.passkey.delete({ where: { id } });
    await completeRemoving(tx, ctx, person, { factor: "passkey", name: passkey.name }, may.value);
    return ok({ id });
  },
});
