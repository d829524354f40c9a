"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconArrowsExchange, IconDevices, IconLogout, IconUser } from "@tabler/icons-react";
import { useTransition } from "react";
import { useFocusReturn } from "@/components/dialog/use-focus-return";
import { leave } from "@/components/form/leaving";
import { notifyFailure } from "@/components/form/notify-failure";
import { forgetAllKept } from "@/components/form/use-kept";
import { useCurrentUser } from "@/components/layout/current-user";
import { Link } from "@/components/layout/link";
import { switchTo } from "@/components/page-owner/switch-to";
import { isStaff } from "@/lib/domain/permissions";
import { signOutAction } from "../(auth)/sign-out";
import { UserButtonFace } from "./user-button-face";
import classes from "./user-menu.module.css";

const themes = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the device" },
] as const;

/** Is the menu, which loads when it is first wanted: see `UserButton`. */
export function UserMenu() {
  const user = useCurrentUser();
  const { button, giveBack } = useFocusReturn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [pending, startTransition] = useTransition();

  const signOut = () => {
    forgetAllKept();
    startTransition(() => signOutAction());
  };
  const goTo = (organizationId: string) =>
    startTransition(async () => {
      const result = await switchTo(organizationId, { leaves: true });
      if (result.ok) location.assign(result.value.home);
      else notifyFailure(result);
    });

  return (
    <Menu position="bottom-end" width={260} defaultOpened onClose={giveBack}>
      <Menu.Target>
        <UserButtonFace ref={button} name={user.name} disabled={pending} />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.person}>
          <b>{user.name}</b>
          <span>{user.email}</span>
          <span>
            {user.roleName} · {user.organization}
          </span>
        </div>
        {user.others.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>Other organizations</Menu.Label>
            {user.others.map(({ id, name }) => (
              <Menu.Item
                key={id}
                leftSection={<IconArrowsExchange size={16} aria-hidden="true" />}
                onClick={() => leave(() => goTo(id))}
              >
                Go to {name}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          href={isStaff(user.role) ? "/profile" : "/storefront/profile"}
          leftSection={<IconUser size={16} aria-hidden="true" />}
        >
          Your profile
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={isStaff(user.role) ? "/profile/sessions" : "/storefront/profile/sessions"}
          leftSection={<IconDevices size={16} aria-hidden="true" />}
        >
          Sessions
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as (typeof themes)[number]["value"])}
        >
          {themes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden="true" />}
          onClick={() => leave(signOut, { forgets: true })}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
