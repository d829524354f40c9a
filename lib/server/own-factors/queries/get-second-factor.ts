import "server-only";
import { read } from "../../kernel/db";
import { nothing, query } from "../../kernel/definition/query";
import { peopleBeforeFactor } from "../../profile/person";
import { factorNeeded } from "../../second-factor/needed";

export type OwnPasskey = {
  id: string;
  name: string;
  /** Holds RFC 3339 times in UTC. */
  createdAt: string;
  lastUsedAt: string | null;
};

export type OwnSecondFactor = {
  /** Holds since when the person has an authenticator app, or null. */
  appSince: string | null;
  passkeys: OwnPasskey[];
  recoveryCodesLeft: number;
  /** Tells whether any organization of the person requires a second factor of them. */
  needed: boolean;
  /** Is false for a person who signs in without a password, and is asked for none. */
  hasPassword: boolean;
};

/** Returns the second factors of the person who asks. See docs/domain.md, section 7, "Second factor". */
export const getSecondFactor = query({
  name: "second-factor.get",
  caller: peopleBeforeFactor,
  input: nothing,
  async run({ who: { userId }, ctx }): Promise<OwnSecondFactor> {
    const { person } = await read(ctx).user.findUniqueOrThrow({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: userId } },
      select: {
        person: {
          select: {
            id: true,
            passwordHash: true,
            authenticatorApp: { select: { confirmedAt: true } },
            passkeys: {
              orderBy: [{ createdAt: "asc" }, { id: "asc" }],
              select: { id: true, name: true, createdAt: true, lastUsedAt: true },
            },
            recoveryCodes: { where: { usedAt: null }, select: { id: true } },
          },
        },
      },
    });
    return {
      appSince: person.authenticatorApp?.confirmedAt?.toISOString() ?? null,
      passkeys: person.passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
        ...passkey,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      recoveryCodesLeft: person.recoveryCodes.length,
      needed: await factorNeeded(read(ctx), person.id),
      hasPassword: person.passwordHash !== null,
    };
  },
});
