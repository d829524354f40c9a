import { Logo } from "@/components/layout/logo";
import classes from "./docs.module.css";

/** The pages of the API need no session, since they hold nothing of any organization. */
export default function ApiDocsLayout({ children }: LayoutProps<"/api/docs">) {
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <Logo />
        <span>API</span>
      </header>
      {children}
    </div>
  );
}
