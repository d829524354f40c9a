import type { ReactNode } from "react";
import { requireCtx } from "@/lib/server/sign-in/session";

/** Lets only administrators into BSS Setup. */
export default async function SetupLayout({ children }: { children: ReactNode }) {
  await requireCtx("order-status:save");
  return children;
}
