"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link that fetches its page ahead when it is pointed at or focused, not when it is merely in sight: a list of
 * fifty orders would ask the server fifty times. Use this one everywhere.
 */
export function Link({ prefetch = null, onPointerEnter, onFocus, ...link }: ComponentProps<typeof NextLink>) {
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
    />
  );
}
