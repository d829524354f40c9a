import { Link } from "@/components/layout/link";
import { webhookDisabledReasons } from "@/lib/domain/webhook";
import type { StoppedWebhook } from "@/lib/server/dashboard/queries/stopped-webhooks";
import classes from "./lists.module.css";
import { Panel } from "./panel";
import panelClasses from "./panel.module.css";

/** Lists the webhooks that the product disabled by itself, so that an administrator repairs and enables them. */
export function StoppedWebhooks({ webhooks }: { webhooks: StoppedWebhook[] }) {
  return (
    <div className={panelClasses.notice}>
      <Panel title="Disabled webhooks" link={{ href: "/setup/webhooks", label: "Open as a list" }}>
        <ul className={classes.list}>
          {webhooks.map(({ id, name, disabledBy }) => (
            <li key={id}>
              <span className={classes.what}>
                <Link href={`/setup/webhooks/${id}`} prefetch={false}>
                  {name}
                </Link>
              </span>
              <span className={classes.error}>{webhookDisabledReasons[disabledBy]}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
