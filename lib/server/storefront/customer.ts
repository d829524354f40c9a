import "server-only";
import { type Ctx, requirePermission } from "../kernel/ctx";
import type { Caller } from "../kernel/definition/caller";
import { Forbidden } from "../kernel/errors";
import type { Session } from "../sign-in/session";

declare const customerBrand: unique symbol;

/**
 * Somebody who buys in the Storefront, and the account they buy for. It is no Ctx, so nothing of BSS takes it; and what
 * is the Storefront's takes nothing else, so that no query can leave the account out. See docs/domain.md, section 5.
 */
export type CustomerCtx = {
  readonly ctx: Ctx;
  readonly userId: string;
  readonly accountId: string;
  readonly [customerBrand]: true;
};

/** Allows a call to people who buy in the Storefront. */
export const customers: Caller<CustomerCtx> = {
  kind: "customer",
  permissions: ["storefront:use"],
  ctxOf: ({ ctx }) => ctx,
};

declare const resellerBrand: unique symbol;

/** A customer who acts for a reseller, and so decides on the orders of its customers. */
export type ResellerCtx = CustomerCtx & { readonly [resellerBrand]: true };

/** Allows a call to people who act for a reseller. */
export const resellers: Caller<ResellerCtx> = {
  kind: "reseller",
  permissions: ["storefront:approve"],
  ctxOf: ({ ctx }) => ctx,
};

/** Made of a session alone: whoever is not signed in for an account is none. */
export function customerOf({ ctx, user }: Pick<Session, "ctx" | "user">): CustomerCtx {
  requirePermission(ctx, "storefront:use");
  if (user.accountId === null) throw new Forbidden("storefront:use");
  return { ctx, userId: user.id, accountId: user.accountId } as CustomerCtx;
}

/** As `customerOf`, of people of a reseller. */
export function resellerOf(session: Pick<Session, "ctx" | "user">): ResellerCtx {
  requirePermission(session.ctx, "storefront:approve");
  return customerOf(session) as ResellerCtx;
}
