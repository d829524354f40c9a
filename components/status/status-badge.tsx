import type { CSSProperties } from "react";
import { badgeColors } from "@/lib/domain/values/color";
import classes from "./status-badge.module.css";

export interface StatusBadgeProps {
  label: string;
  /** Is `#rrggbb` as the administrator picked it; the text is made readable from it. */
  color: string;
  /** Is "status" on an order's own page, where screen readers have to hear of a change. */
  role?: "status";
  /** Names the badge for screen readers: "Status" on an order's own page. */
  name?: string;
}

export function StatusBadge({ label, color, role, name }: StatusBadgeProps) {
  return (
    <span
      className={classes.badge}
      style={paintOf(color)}
      {...(role && { role, "aria-label": name })}
      title={label}
    >
      <span className={classes.label}>{label}</span>
    </span>
  );
}

function paintOf(color: string): CSSProperties {
  const { light, dark } = badgeColors(color);
  return {
    "--badge-background-light": light.background,
    "--badge-text-light": light.text,
    "--badge-border-light": light.border,
    "--badge-background-dark": dark.background,
    "--badge-text-dark": dark.text,
    "--badge-border-dark": dark.border,
  } as CSSProperties;
}
