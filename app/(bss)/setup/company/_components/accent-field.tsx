"use client";

import { ActionIcon, TextInput } from "@mantine/core";
import { IconPalette } from "@tabler/icons-react";
import { type ComponentProps, lazy, Suspense, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { accentColors, normalizeHex } from "@/lib/domain/values/color";

const ColorPopover = lazy(() => import("@/components/inputs/color-popover"));

interface AccentFieldProps extends Omit<ComponentProps<typeof TextInput>, "onChange" | "value"> {
  value: string;
  onChange: (color: string) => void;
}

/** Asks for the organization's color, as hex or by eye, and shows a button in it on light and dark. */
export function AccentField({ value, onChange, ...input }: AccentFieldProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [picking, setPicking] = useState(false);
  const color = normalizeHex(value) ?? "#3a57d3";
  return (
    <>
      <TextInput
        label="Accent color"
        description="Buttons and links of the Storefront, emails and documents have it. Text on it stays readable."
        placeholder="#1c6dd0"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        rightSection={
          <ActionIcon
            ref={button}
            aria-label="Choose the accent color"
            onClick={() => setPicking(true)}
            style={normalizeHex(value) ? { background: color, color: accentColors(color)?.light.text } : {}}
          >
            <IconPalette size={18} aria-hidden />
          </ActionIcon>
        }
        {...input}
      />
      {picking &&
        button.current &&
        createPortal(
          <Suspense>
            <ColorPopover
              anchor={button.current}
              value={color}
              sample="Place order"
              paint={accentColors}
              onChange={onChange}
              onClose={() => setPicking(false)}
            />
          </Suspense>,
          document.body,
        )}
    </>
  );
}
