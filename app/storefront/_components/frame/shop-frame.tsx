"use client";

import {
  IconBasket,
  IconBuildingStore,
  IconChecks,
  IconReceipt,
  IconRepeat,
  IconUsers,
} from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { LiveLost } from "@/components/feedback/live-lost";
import { useCurrentUser, useMay } from "@/components/layout/current-user";
import { Link } from "@/components/layout/link";
import { count } from "@/lib/domain/format/count";
import type { ShopLook } from "@/lib/server/storefront/shop/queries/shop-look";
import { UserButton } from "../../../_components/user-button";
import classes from "./shop-frame.module.css";
import { useAccent } from "./use-accent";

const places = [
  { href: "/storefront", label: "Catalogue", icon: IconBuildingStore, area: "/storefront/products" },
  {
    href: "/storefront/subscriptions",
    label: "Subscriptions",
    icon: IconRepeat,
    area: "/storefront/subscriptions",
  },
  { href: "/storefront/billing/orders", label: "Billing", icon: IconReceipt, area: "/storefront/billing" },
];

const approvals = {
  href: "/storefront/approvals",
  label: "Approvals",
  icon: IconChecks,
  area: "/storefront/approvals",
};

const people = { href: "/storefront/people", label: "People", icon: IconUsers, area: "/storefront/people" };

interface ShopFrameProps {
  /** Counts the products in the basket, or is null for people who order nothing. */
  inBasket: number | null;
  look: ShopLook;
  children: ReactNode;
}

/** Draws the shop's own frame: its name, its pages and the basket. On a phone the pages are at the foot. */
export function ShopFrame({ inBasket, look, children }: ShopFrameProps) {
  const accent = useAccent(look.accent);
  const mayApprove = useMay("storefront:approve");
  const mayManage = useMay("storefront:people");
  const path = usePathname();
  return (
    <div data-frame="storefront" className={classes.frame} {...accent}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <header className={classes.top}>
        <div className={classes.line}>
          <Link href="/storefront" className={classes.name}>
            <Brand logo={look.logo} />
          </Link>
          <nav aria-label="Shop" className={classes.places}>
            {[...places, ...(mayApprove ? [approvals] : []), ...(mayManage ? [people] : [])].map(
              ({ href, label, icon: Icon, area }) => (
                <Link
                  key={href}
                  href={href}
                  className={classes.place}
                  aria-current={path === href || path.startsWith(area) ? "page" : undefined}
                >
                  <Icon size={20} stroke={1.75} aria-hidden="true" />
                  {label}
                </Link>
              ),
            )}
          </nav>
          <LiveLost />
          {inBasket !== null && (
            <Link
              href="/storefront/basket"
              className={classes.basket}
              aria-label={`Basket, ${count(inBasket, "product")}`}
              aria-current={path === "/storefront/basket" ? "page" : undefined}
            >
              <IconBasket size={22} stroke={1.75} aria-hidden="true" />
              <span className={classes.word}>Basket</span>
              {inBasket > 0 && <span className={classes.count}>{inBasket}</span>}
            </Link>
          )}
          <UserButton />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}

/**
 * Shows the logo, with the name beside it where the picture is too narrow to hold it. Without a logo it shows the
 * name.
 */
function Brand({ logo }: Pick<ShopLook, "logo">) {
  const { organization } = useCurrentUser();
  if (!logo) return organization;
  const holdsName = logo.width > 2 * logo.height;
  return (
    <span className={classes.branded}>
      {/* biome-ignore lint/performance/noImgElement: its bytes are the database's, and it is small */}
      <img src={`/logo/${logo.id}`} alt={holdsName ? organization : ""} className={classes.logo} />
      {!holdsName && organization}
    </span>
  );
}
