import type { CSSProperties } from "react";
import { badgeColors } from "@/lib/domain/values/color";
import classes from "./status-badge.module.css";

export interface StatusBadgeProps {
  label: string;
  /** `#rrggbb` as picked by the administrator; the text is made readable from it. */
  color: string;
  /** "status" on an order's own page, where a change is to be announced. */
  role?: "status";
  /** Accessible name, "Status" on an order's own page. */
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
