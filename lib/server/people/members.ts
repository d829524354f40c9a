import "server-only";
import { linkOver } from "@/lib/domain/one-time-link";
import { type Prisma, sql, unscoped } from "../kernel/db";
import { hashOfLink } from "../links/secret";
import { lastFirst } from "./last-first";

/** Finds what a person is in all their organizations, where no organization is known yet or another one is asked for. */

const memberFields = {
  id: true,
  organizationId: true,
  name: true,
  email: true,
  role: true,
  active: true,
  acceptedAt: true,
  sessionVersion: true,
  person: { select: { id: true, passwordHash: true, emailProvenAt: true } },
  account: { select: { language: true } },
  organization: { select: { name: true, singleSignOnOnly: true } },
} as const;

/** Is what a person is in one organization, as sign-in needs it. */
export type Member = Awaited<ReturnType<typeof membersWith>>[number];

/** Returns what a person is in each organization, where they may sign in and were last first. */
export function membersWith(where: Prisma.UserWhereInput) {
  return unscoped().user.findMany({ where, orderBy: lastFirst, select: memberFields });
}

/** Tells whether somebody may sign in as this member: they have accepted, and are not deactivated. */
export function maySignIn({ active, acceptedAt }: Pick<Member, "active" | "acceptedAt">): boolean {
  return active && acceptedAt !== null;
}

/** Tells whether a password or a passkey signs in as this member, where their organization does not take single sign-on alone. */
export function maySignInByPassword(member: Pick<Member, "active" | "acceptedAt" | "organization">): boolean {
  return maySignIn(member) && !member.organization.singleSignOnOnly;
}

/** Tells whether an invitation waits for the person. */
export function isOpenInvitation({ active, acceptedAt }: Pick<Member, "active" | "acceptedAt">): boolean {
  return active && acceptedAt === null;
}

/** Returns the user whom the secret of an open invitation invites, or null. */
export async function invitedBy(secret: string, now: Date): Promise<{ userId: string } | null> {
  const link = await unscoped().oneTimeLink.findUnique({
    where: { hash: hashOfLink(secret) },
    select: { purpose: true, userId: true, usedAt: true, voidedAt: true, endsAt: true },
  });
  return link?.purpose === "invitation" && linkOver(link, now) === null ? { userId: link.userId } : null;
}

/** Is an organization in which a person is a user, or is invited to be one. */
export type Membership = {
  organizationId: string;
  organization: string;
  userId: string;
  /** Is null while the person has not accepted. */
  acceptedAt: Date | null;
};

/** Returns all organizations of the person who is this active user, by name, without those in which they are deactivated. */
export function membershipsOf(organizationId: string, userId: string): Promise<Membership[]> {
  return unscoped().$queryRaw<Membership[]>(sql`
    SELECT users.organization_id AS "organizationId", organizations.name AS organization, users.id AS "userId",
      users.accepted_at AS "acceptedAt"
    FROM users AS asking
    JOIN users ON users.person_id = asking.person_id AND users.active
    JOIN organizations ON organizations.id = users.organization_id
    WHERE asking.organization_id = ${organizationId}::uuid AND asking.id = ${userId}::uuid AND asking.active
    ORDER BY organizations.name, users.organization_id`);
}

/** Returns the open invitation of a person to an organization, or null. */
export function invitationOf(personId: string, organizationId: string) {
  return unscoped().user.findFirst({
    where: { personId, organizationId, active: true, acceptedAt: null },
    select: { id: true, name: true, role: true },
  });
}
