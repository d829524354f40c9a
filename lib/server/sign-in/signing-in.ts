import "server-only";
import type { Prisma } from "../kernel/db";
import { mustProveEmail } from "../people/email-proof";
import {
  invitedBy,
  isOpenInvitation,
  type Member,
  maySignIn,
  maySignInByPassword,
  membersWith,
} from "../people/members";

/** Holds a person who signs in, and what they are in the organization where they do. */
export type SigningIn = Member;

/** Says who may be meant, and with the link of which invitation they came. */
type Asked = { where: Prisma.UserWhereInput; invitation?: string | null | undefined; now: Date };

/**
 * Finds who signs in by password or passkey, in the organization where they were last among those that let them in. One that takes
 * single sign-on alone comes last, and the caller refuses it. The person is found also where none lets them in, so that a failed try
 * is told. See docs/domain.md, section 7, "Several organizations".
 */
export async function signingIn({
  where,
  invitation,
  now,
}: Asked): Promise<{ members: Member[]; user: SigningIn | null }> {
  const members = await membersWith(where);
  const user =
    members.find(maySignInByPassword) ??
    (await invitedMember(members, invitation, now)) ??
    members.find(maySignIn);
  return { members, user: user ?? null };
}

/** Returns whom the invitation is for that the person came with, if they may sign in nowhere yet. */
async function invitedMember(
  members: readonly Member[],
  invitation: string | null | undefined,
  now: Date,
): Promise<Member | undefined> {
  const invited = invitation ? await invitedBy(invitation, now) : null;
  return members.find(
    (one) => one.id === invited?.userId && isOpenInvitation(one) && !mustProveEmail(one.person),
  );
}
