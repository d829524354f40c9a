import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Link } from "@/components/layout/link";
import { leadingOn, safeNextPath } from "@/lib/schemas/sign-in";
import { lookAtStep } from "@/lib/server/sign-in/finish";
import { keptStep } from "@/lib/server/sign-in/session/step-cookie";
import classes from "../../_components/auth.module.css";
import { Panel } from "../../_components/panel";
import { SecondFactorForm } from "./second-factor-form";

export const metadata: Metadata = { title: "Second factor" };

export default async function SecondFactorPage({ searchParams }: PageProps<"/login/second-factor">) {
  const next = safeNextPath((await searchParams).next);
  const step = await lookAtStep(await keptStep(), new Date());
  if (!step) redirect(`${leadingOn("/login", next)}${next ? "&" : "?"}error=step_over`);
  return (
    <Panel title="Second factor">
      <SecondFactorForm step={step} next={next} />
      <p className={classes.aside}>
        <Link href={leadingOn("/login", next)}>Sign in as somebody else</Link>
      </p>
    </Panel>
  );
}
