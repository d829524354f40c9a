"use client";

import NextLink, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";
import classes from "./link.module.css";

/**
 * Fetches its page ahead when somebody points at it or focuses it, not when it is merely in sight: a list of fifty
 * orders would ask the server fifty times. Until its page comes, it shows that it was pressed. Use this one
 * everywhere.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  const { prefetch = null, onPointerEnter, onFocus, children, ...link } = props;
  const [meant, setMeant] = useState(false);
  return (
    <NextLink
      {...link}
      prefetch={meant ? prefetch : false}
      onPointerEnter={(event) => {
        setMeant(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setMeant(true);
        onFocus?.(event);
      }}
    >
      {children}
      <Pending />
    </NextLink>
  );
}

function Pending() {
  const { pending } = useLinkStatus();
  return pending ? <span className={classes.pending} aria-hidden="true" /> : null;
}
