import "server-only";
import type { Language } from "@/lib/domain/messages/message";
import type { Role } from "@/lib/domain/permissions";
import { type Prisma, unscoped } from "../kernel/db";
import { lastFirst } from "../people/last-first";

/** Holds a person who signs in, and what they are in the organization where they do. */
export type SigningIn = {
  id: string;
  organizationId: string;
  sessionVersion: number;
  role: Role;
  name: string;
  email: string;
  active: boolean;
  person: { id: string; passwordHash: string | null };
  account: { language: Language } | null;
};

/** Finds who signs in, in the organization where they were last. */
export function signingIn(where: Prisma.UserWhereInput): Promise<SigningIn | null> {
  return unscoped().user.findFirst({
    where,
    orderBy: lastFirst,
    select: {
      id: true,
      organizationId: true,
      name: true,
      email: true,
      role: true,
      active: true,
      sessionVersion: true,
      person: { select: { id: true, passwordHash: true } },
      account: { select: { language: true } },
    },
  });
}
