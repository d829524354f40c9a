import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { Logo } from "@/components/logo";
import { roleLabels } from "@/lib/domain/permissions";
import { requireStorefrontSession } from "@/lib/server/session";
import { signOutAction } from "../(auth)/sign-out";
import classes from "./storefront.module.css";

export const metadata: Metadata = { title: "Storefront" };

export default async function StorefrontPage() {
  const { user, organization } = await requireStorefrontSession();
  return (
    <div data-frame="storefront" className={classes.frame}>
      <header className={classes.top}>
        <Logo />
        <form action={signOutAction}>
          <Button type="submit" variant="default">
            Sign out
          </Button>
        </form>
      </header>
      <main className={classes.main}>
        <h1>Welcome, {user.name}</h1>
        <p>
          You are signed in to {organization.name} as a {roleLabels[user.role].toLowerCase()}. The Storefront
          is not open yet: catalogue, basket and your orders come here.
        </p>
        <p>Until then, {organization.name} takes your orders and answers questions about them.</p>
      </main>
    </div>
  );
}
