"use client";

import type { ComponentProps } from "react";
import classes from "./user-menu.module.css";

interface UserButtonFaceProps extends ComponentProps<"button"> {
  name: string;
}

/** Draws the round button with a person's initials. */
export function UserButtonFace({ name, ...button }: UserButtonFaceProps) {
  return (
    <button type="button" {...button} className={classes.button} aria-label={`User menu of ${name}`}>
      {initials(name)}
    </button>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toUpperCase();
}
