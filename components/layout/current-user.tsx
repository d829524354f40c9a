"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useLayoutEffect, useSyncExternalStore } from "react";
import type { Permission, Role } from "@/lib/domain/permissions";
import { otherStore } from "../page-owner/other";
import { claimPage } from "../page-owner/page-owner";

// Few people ever see it.
const OtherPageNotice = dynamic(
  () => import("./other-page-notice").then((module) => module.OtherPageNotice),
  { ssr: false },
);

export interface CurrentUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Names the role on screen. */
  roleName: string;
  permissions: readonly Permission[];
  organization: string;
  /** Holds the other organizations to which the person can go. */
  others: readonly { id: string; name: string }[];
}

const CurrentUserContext = createContext<CurrentUser | null>(null);

/** Says who is signed in, to all that it holds, and to the server with each request of this page. */
export function CurrentUserProvider({ user, children }: { user: CurrentUser; children: ReactNode }) {
  const other = useSyncExternalStore(otherStore.subscribe, otherStore.get, otherStore.atServer);
  useLayoutEffect(() => claimPage(user.id), [user.id]);
  return (
    <CurrentUserContext value={user}>
      {other && <OtherPageNotice other={other} />}
      {children}
    </CurrentUserContext>
  );
}

export function useCurrentUser(): CurrentUser {
  const user = useContext(CurrentUserContext);
  if (!user) throw new Error("useCurrentUser outside of a signed-in layout");
  return user;
}

/** Tells whether the person may do something, to hide what the server would refuse. The server decides. */
export function useMay(permission: Permission): boolean {
  return useCurrentUser().permissions.includes(permission);
}
