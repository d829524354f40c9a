import "server-only";
import { randomUUID } from "node:crypto";
import { type LinkPurpose, linkOver } from "@/lib/domain/one-time-link";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { type Ctx, organizationId } from "../kernel/ctx";
import { type Tx, unscoped } from "../kernel/db";
import type { Caller } from "../kernel/definition/caller";
import { hashOfLink } from "../links/secret";

declare const holderBrand: unique symbol;

/** Holds the person to whom a one-time link belongs, as its secret proves. The link may do one thing only. */
export type LinkHolder = {
  readonly ctx: Ctx;
  readonly userId: string;
  readonly linkId: string;
  readonly [holderBrand]: true;
};

/** Allows a call to the holders of one-time links. */
export const holders: Caller<LinkHolder> = { kind: "link", permissions: [], ctxOf: ({ ctx }) => ctx };

/** Holds what the page of a link shows of the person. */
export type LinkFacts = {
  name: string;
  email: string;
  newEmail: string | null;
  organization: string;
  /** Tells whether the organization takes neither passwords nor passkeys. */
  singleSignOnOnly: boolean;
  /** Names whom the link is for, and is shown to nobody. */
  personId: string;
};

type Held = { holder: LinkHolder; facts: LinkFacts };

/** Finds the holder of an open link of a purpose by its secret. It changes nothing. */
export function holderOf(
  purpose: LinkPurpose,
  secret: string,
  asked: Pick<Ctx, "now" | "locale">,
): Promise<Result<Held, Refused<"link_over">>> {
  return holderByHash([purpose], hashOfLink(secret), asked);
}

/** Finds the same by what we keep of the secret, for a browser that has shown it a moment ago. */
export async function holderByHash(
  purposes: readonly LinkPurpose[],
  hash: string,
  { now, locale }: Pick<Ctx, "now" | "locale">,
): Promise<Result<Held, Refused<"link_over">>> {
  const link = await unscoped().oneTimeLink.findUnique({
    where: { hash },
    include: { user: { include: { organization: { select: { name: true, singleSignOnOnly: true } } } } },
  });
  const state = linkOver(link && purposes.includes(link.purpose) ? link : null, now);
  if (state || !link) return refuse({ reason: "link_over", state: state ?? "unknown", path: "" });

  const { user, organizationId: organization, userId, id: linkId, email: newEmail } = link;
  const { name, email, role } = user;
  const ctx: Ctx = {
    organizationId: organizationId(organization),
    // A link allows what it is for, and nothing of what the person may do once signed in.
    actor: { type: "user", id: userId, name, role, permissions: [] },
    now,
    timeZone: "UTC",
    locale,
    requestId: randomUUID(),
  };
  return ok({
    holder: { ctx, userId, linkId } as LinkHolder,
    facts: {
      ...{ name, email, newEmail, personId: user.personId },
      organization: user.organization.name,
      singleSignOnOnly: user.organization.singleSignOnOnly,
    },
  });
}

/**
 * Uses up an open link of one of these purposes, for the transaction that does what it is for. Of two at once, one wins. The
 * caller has locked the user.
 */
export async function takeLink(
  tx: Tx,
  { ctx: { organizationId, now }, linkId }: LinkHolder,
  purposes: readonly LinkPurpose[],
): Promise<Result<{ purpose: LinkPurpose; email: string | null }, Refused<"link_over">>> {
  const [taken] = await tx.oneTimeLink.updateManyAndReturn({
    where: {
      ...{ organizationId, id: linkId, purpose: { in: [...purposes] } },
      ...{ usedAt: null, voidedAt: null, endsAt: { gt: now } },
    },
    data: { usedAt: now },
    select: { purpose: true, email: true },
  });
  if (taken) return ok(taken);
  const link = await tx.oneTimeLink.findUnique({
    where: { organizationId_id: { organizationId, id: linkId } },
  });
  const state = linkOver(link && purposes.includes(link.purpose) ? link : null, now);
  return refuse({ reason: "link_over", state: state ?? "unknown", path: "" });
}
