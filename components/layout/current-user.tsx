"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Permission, type Role, roleMay } from "@/lib/domain/permissions";

export interface CurrentUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  organization: string;
}

const CurrentUserContext = createContext<CurrentUser | null>(null);

export function CurrentUserProvider({ user, children }: { user: CurrentUser; children: ReactNode }) {
  return <CurrentUserContext value={user}>{children}</CurrentUserContext>;
}

export function useCurrentUser(): CurrentUser {
  const user = useContext(CurrentUserContext);
  if (!user) throw new Error("useCurrentUser outside of a signed-in layout");
  return user;
}

/** Tells whether the person may do something, to hide what the server would refuse. The server decides. */
export function useMay(permission: Permission): boolean {
  return roleMay(useCurrentUser().role, permission);
}
