"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { MenuButtonFace, type MenuButtonProps } from "./menu-button-face";

const load = () => import("./menu-button-menu").then((module) => module.MenuButtonMenu);
const OpenedMenu = dynamic(load, { ssr: false });

/** Opens a menu, whose code is loaded when it is first wanted. */
export function MenuButton(props: MenuButtonProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <OpenedMenu {...props} />;
  return (
    <MenuButtonFace
      {...props}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => load().then(() => setWanted(true))}
      onPointerEnter={load}
      onFocus={load}
    />
  );
}
