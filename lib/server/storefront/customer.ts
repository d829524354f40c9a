import "server-only";
import { isStaff, type Permission } from "@/lib/domain/permissions";
import { type Ctx, requirePermission } from "../kernel/ctx";
import type { Caller } from "../kernel/definition/caller";
import { Forbidden } from "../kernel/errors";
import type { Session } from "../sign-in/session/session";

declare const customerBrand: unique symbol;

/**
 * Holds a person who buys in the Storefront, and the account they buy for. It is no Ctx, so BSS code does not accept it and
 * Storefront code accepts nothing else: no query can leave out the account. See docs/domain.md, section 5.
 */
export type CustomerCtx = {
  readonly ctx: Ctx;
  readonly userId: string;
  readonly accountId: string;
  readonly [customerBrand]: true;
};

export type StorefrontPermission = Extract<Permission, `storefront:${string}`>;

/** Allows a call to people of an account who have one of these permissions. */
export function customers(
  ...permissions: [StorefrontPermission, ...StorefrontPermission[]]
): Caller<CustomerCtx> {
  return { kind: "customer", permissions, ctxOf: ({ ctx }) => ctx };
}

declare const resellerBrand: unique symbol;

/** Holds a customer who acts for a reseller and so decides on the orders of its customers. */
export type ResellerCtx = CustomerCtx & { readonly [resellerBrand]: true };

/** Allows a call to people who act for a reseller. */
export const resellers: Caller<ResellerCtx> = {
  kind: "reseller",
  permissions: ["storefront:approve"],
  ctxOf: ({ ctx }) => ctx,
};

/** Returns the customer of a session. A person who is not signed in for an account is no customer. */
export function customerOf({ ctx, user }: Pick<Session, "ctx" | "user">): CustomerCtx {
  if (isStaff(ctx.actor.role) || user.accountId === null) throw new Forbidden("storefront:browse");
  return { ctx, userId: user.id, accountId: user.accountId } as CustomerCtx;
}

/** Returns the reseller of a session, like `customerOf`. */
export function resellerOf(session: Pick<Session, "ctx" | "user">): ResellerCtx {
  requirePermission(session.ctx, "storefront:approve");
  return customerOf(session) as ResellerCtx;
}
