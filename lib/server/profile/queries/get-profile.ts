import "server-only";
import { z } from "zod";
import { read } from "../../kernel/db";
import { query } from "../../kernel/definition/query";
import { maySendMail } from "../../messages/queries/messages";
import { people } from "../person";

export type Profile = {
  name: string;
  email: string;
  /** Is false for a person who signs in elsewhere. */
  hasPassword: boolean;
  /** Holds the address that waits for its confirmation. */
  newEmail: string | null;
  /** Tells whether we email the confirmation, or an administrator passes it on. */
  mailIsSent: boolean;
};

/** Returns the own profile of the person who is signed in. */
export const getProfile = query({
  name: "profile.get",
  caller: people,
  input: z.undefined(),
  async run({ who, ctx }): Promise<Profile> {
    const { person, links, ...user } = await read(ctx).user.findUniqueOrThrow({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: who.userId } },
      select: {
        name: true,
        email: true,
        person: { select: { passwordHash: true } },
        links: {
          where: {
            ...{ purpose: "email", usedAt: null, voidedAt: null },
            OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }],
          },
          select: { email: true },
        },
      },
    });
    return {
      ...user,
      hasPassword: person.passwordHash !== null,
      newEmail: links[0]?.email ?? null,
      mailIsSent: maySendMail(),
    };
  },
});
