"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useCurrentUser } from "@/components/layout/current-user";
import { UserButtonFace } from "./user-button-face";

const load = () => import("./user-menu").then((module) => module.UserMenu);
const UserMenu = dynamic(load, { ssr: false, loading: () => <Face /> });

/** Stands in for the user menu until it is first opened, so that no page pays for it at first. */
export function UserButton() {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <UserMenu />;
  return <Face onClick={() => setWanted(true)} onPointerEnter={load} />;
}

function Face(events: { onClick?: () => void; onPointerEnter?: () => void }) {
  const { onClick, onPointerEnter } = events;
  const { name } = useCurrentUser();
  return (
    <UserButtonFace name={name} aria-haspopup="menu" onClick={onClick} onPointerEnter={onPointerEnter} />
  );
}
