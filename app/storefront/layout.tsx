import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CurrentUserProvider } from "@/components/layout/current-user";
import { describeInactiveAccount } from "@/lib/domain/storefront/inactive";
import { may } from "@/lib/server/kernel/ctx";
import { personOf } from "@/lib/server/profile/person";
import { listOwnOrganizations } from "@/lib/server/profile/queries/organizations";
import { requireStorefrontSession } from "@/lib/server/sign-in/session/session";
import { basketSize } from "@/lib/server/storefront/basket/queries/get-basket";
import { requireCustomer } from "@/lib/server/storefront/session";
import { mayBuy } from "@/lib/server/storefront/shop/queries/may-buy";
import { getShopLook } from "@/lib/server/storefront/shop/queries/shop-look";
import { Zone } from "../_components/zone";
import { Ribbon } from "./_components/frame/ribbon";
import { ShopFrame } from "./_components/frame/shop-frame";

export const metadata: Metadata = { title: { template: "%s · Storefront", default: "Storefront" } };

/** Draws the shop for customers and resellers. Each page asks for itself again. */
export default async function StorefrontLayout({ children }: { children: ReactNode }) {
  const session = await requireStorefrontSession();
  const { ctx, user, roleName, organization } = session;
  const customer = await requireCustomer("storefront:browse");
  const [inBasket, active, look, { others }] = await Promise.all([
    may(ctx, "storefront:buy") ? basketSize(customer) : null,
    mayBuy(customer),
    getShopLook(customer),
    listOwnOrganizations(personOf(session)),
  ]);

  return (
    <CurrentUserProvider
      user={{
        ...user,
        roleName,
        permissions: ctx.actor.permissions,
        organization: organization.name,
        others,
      }}
    >
      <Zone timeZone={ctx.timeZone} companyTimeZone={organization.timeZone}>
        <ShopFrame inBasket={inBasket} look={look}>
          {!active && (
            <Ribbon label="Your account">
              <p>{describeInactiveAccount(organization.name)}</p>
            </Ribbon>
          )}
          {children}
        </ShopFrame>
      </Zone>
    </CurrentUserProvider>
  );
}
