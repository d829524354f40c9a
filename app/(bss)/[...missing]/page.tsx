import { notFound } from "next/navigation";
import { requireCtx } from "@/lib/server/sign-in/session";

/** An address without a page is answered inside the shell, and only to whoever is signed in. */
export default async function MissingPage(): Promise<never> {
  await requireCtx();
  notFound();
}
