import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { PersonName } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { lockPerson } from "../../users/lock";
import { people } from "../person";

/** Changes the name of the person who is signed in. The history keeps the name under which they did things. */
export const changeName = command({
  name: "profile.change-name",
  caller: people,
  input: z.strictObject({ name: PersonName }),
  output: z.object({ name: z.string() }),
  refusals: refusals(),
  async run({ who, tx, ctx }, { name }) {
    const { id, email, name: before } = await lockPerson(tx, ctx, who.userId);
    if (name === before) return ok({ name });
    await tx.user.updateMany({
      where: { organizationId: ctx.organizationId, id },
      data: { name, version: { increment: 1 } },
    });
    await record(tx, ctx, [
      { kind: "user.name_changed", subject: email, before: { name: before }, after: { name } },
    ]);
    return ok({ name });
  },
});
