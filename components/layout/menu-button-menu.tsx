"use client";

import { Menu } from "@mantine/core";
import { useFocusReturn } from "../dialog/use-focus-return";
import classes from "./menu-button.module.css";
import { MenuButtonFace, type MenuButtonProps, type MenuItem } from "./menu-button-face";

/** Replaces a `MenuButton` when it is first pressed. */
export function MenuButtonMenu(props: MenuButtonProps) {
  const { items, note, keepOpen = false, align = "start" } = props;
  const { button, giveBack } = useFocusReturn();
  return (
    <Menu position={`bottom-${align}`} defaultOpened closeOnItemClick={!keepOpen} onClose={giveBack}>
      <Menu.Target>
        <MenuButtonFace ref={button} label={props.label} icon={props.icon} className={props.className} />
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        {note && <Menu.Label>{note}</Menu.Label>}
        {items.map((item) => (
          <Item key={item.label} item={item} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({ item }: { item: MenuItem }) {
  if (item.checked !== undefined) {
    return (
      <Menu.CheckboxItem checked={item.checked} onChange={item.run}>
        {item.label}
      </Menu.CheckboxItem>
    );
  }
  return (
    <Menu.Item
      leftSection={item.icon}
      className={item.danger ? classes.danger : undefined}
      disabled={Boolean(item.refusal)}
      onClick={item.run}
    >
      {item.label}
      {item.refusal && <span className={classes.refusal}>{item.refusal}</span>}
    </Menu.Item>
  );
}
