import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getCreditCheck } from "@/lib/server/credit-check/queries/get-credit-check";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { CreditCheck } from "./_components/credit-check";

export const metadata: Metadata = { title: "Credit check" };

export default async function CreditCheckPage() {
  const ctx = await requireCtx("credit-check:save");
  const creditCheck = await getCreditCheck(ctx);
  return (
    <>
      <PageHeader
        title="Credit check"
        meta={creditCheck ? (creditCheck.enabled ? "On" : "Off") : "Not set up yet"}
      />
      <CreditCheck creditCheck={creditCheck} />
    </>
  );
}
