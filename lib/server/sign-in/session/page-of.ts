import "server-only";
import { headers } from "next/headers";
import { pageOfHeader, pageOfParameter } from "@/lib/schemas/page-of";
import { membershipsOf } from "../../people/members";

/** Holds what this needs of a session. */
type SignedIn = {
  ctx: { organizationId: string };
  user: { id: string; name: string };
  organization: { name: string };
};

export type OtherPage = { words: string; returnTo: { id: string; name: string } | null };

/**
 * Says what is wrong with the page that asks, if it was drawn for another user than the one who is signed in by now. Orders of
 * two organizations can have the same code, so an old tab must not act in the new one. See docs/domain.md, section 7, "Several
 * organizations".
 */
export async function otherPage({ user, ctx, organization }: SignedIn): Promise<OtherPage | null> {
  const of = await userOfPage();
  if (of === null || of === user.id) return null;
  const all = await membershipsOf(ctx.organizationId, user.id);
  const page = all.find(({ userId, acceptedAt }) => userId === of && acceptedAt);
  if (!page) {
    return {
      words: `You are signed in as ${user.name} now. This page belongs to somebody else: open it again.`,
      returnTo: null,
    };
  }
  return {
    words: `You are in ${organization.name} now. This page belongs to ${page.organization}: go back there, or open it again.`,
    returnTo: { id: page.organizationId, name: page.organization },
  };
}

/** Tells whether a page asks for another page of the user for whom it was drawn, or a browser opens one anew. */
export async function isOwnPage({ user }: Pick<SignedIn, "user">): Promise<boolean> {
  const of = await userOfPage();
  return of === null || of === user.id;
}

async function userOfPage(): Promise<string | null> {
  const sent = await headers();
  const query = sent.get("x-path")?.split("?")[1];
  return sent.get(pageOfHeader) ?? new URLSearchParams(query).get(pageOfParameter);
}
