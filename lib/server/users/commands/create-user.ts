import "server-only";
import { z } from "zod";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, refuse } from "@/lib/domain/values/result";
import { Email, Id, line, optional, TimeZone } from "@/lib/schemas/fields";
import { accountGoesWithRole, Password, Role } from "@/lib/schemas/users";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { hashPassword } from "../../sign-in/password";
import { findUserAccount } from "../account";
import { neededFor } from "../needed-for";

export const CreateUserInput = z
  .strictObject({
    email: Email,
    name: line("a name", 80),
    role: Role,
    accountId: optional(Id),
    password: Password,
    timeZone: optional(TimeZone),
  })
  .superRefine(accountGoesWithRole);

export type CreateUserInput = z.input<typeof CreateUserInput>;

/** Adds a person who can sign in with this email and password: docs/domain.md, section 7. */
export const createUser = command({
  name: "user.create",
  caller: staff("user:save"),
  input: CreateUserInput,
  output: z.object({ id: Id }),
  refusals: refusals("email_taken", "unknown_account", "no_reseller"),
  needs: ({ role }) => neededFor(role),
  prepare: async (_, { password }) => ok(await hashPassword(password)),
  taken: () => refuse({ reason: "email_taken", path: "email" }),
  async run({ tx, ctx, prepared: passwordHash }, { password: _, ...input }) {
    const account = await findUserAccount(tx, ctx, input);
    if (!account.ok) return account;

    const user = await tx.user.create({
      data: {
        organizationId: ctx.organizationId,
        ...input,
        sentEmail: sentAddress(input.email) ?? input.email,
        passwordHash,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    const after = { name: input.name, role: input.role, account: account.value };
    await record(tx, ctx, [{ kind: "user.created", subject: input.email, after }]);
    return ok(user);
  },
});
