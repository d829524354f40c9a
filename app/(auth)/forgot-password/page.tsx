import type { Metadata } from "next";
import { Link } from "@/components/layout/link";
import { config } from "@/lib/server/kernel/config";
import classes from "../_components/auth.module.css";
import { Panel } from "../_components/panel";
import { ForgotForm } from "./forgot-form";

export const metadata: Metadata = { title: "Forgot your password?" };
/** Whether there is a mail server is known when the product runs, and not when it is built. */
export const dynamic = "force-dynamic";

export default function ForgotPasswordPage() {
  const { mail, oidc } = config();
  return (
    <Panel title="Forgot your password?">
      {mail ? (
        <ForgotForm />
      ) : (
        <p>
          We can't send email from here. Ask an administrator for a link, and choose a new password by it.
        </p>
      )}
      {oidc && <p>If you sign in with {oidc.name}, you have no password here.</p>}
      <p className={classes.aside}>
        <Link href="/login">Back to sign-in</Link>
      </p>
    </Panel>
  );
}
