"use client";

import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Is the one accent: for the primary action of a page, links and focus. Nothing else is painted with it. */
const accent: MantineColorsTuple = [
  "#eef1fe",
  "#dde4fb",
  "#bac7f6",
  "#97abf2",
  "#7d95ef",
  "#5c78e6",
  "#3a57d3",
  "#2f48b5",
  "#273b94",
  "#1d2c6f",
];

const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#f0f1f4",
  "#e4e6eb",
  "#d4d7de",
  "#bcc1cb",
  "#8f96a3",
  "#606775",
  "#464c58",
  "#2e333c",
  "#1a1d23",
];

const dark: MantineColorsTuple = [
  "#d9dce2",
  "#b3b9c4",
  "#969daa",
  "#7c8390",
  "#3a3f49",
  "#2b2f37",
  "#22252b",
  "#1d2025",
  "#16181c",
  "#101214",
];

/** Sets Mantine's scale to the four spacings and three text sizes that carry every page. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 6 },
  colors: { accent, gray, dark },
  white: "#ffffff",
  black: "#1a1d23",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  fontSizes: {
    xs: "0.75rem",
    sm: "0.875rem",
    md: "1rem",
    lg: "1.25rem",
    xl: "1.5rem",
  },
  lineHeights: { xs: "1.35", sm: "1.45", md: "1.5", lg: "1.4", xl: "1.3" },
  spacing: {
    xs: "0.25rem",
    sm: "0.5rem",
    md: "1rem",
    lg: "1.5rem",
    xl: "2.5rem",
  },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.25rem", lineHeight: "1.4" },
      h2: { fontSize: "0.875rem", lineHeight: "1.45" },
      h3: { fontSize: "0.875rem", lineHeight: "1.45" },
    },
  },
  // Plain objects instead of Component.extend(), which would load every named component on every page.
  components: {
    Button: { defaultProps: { size: "sm" } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 32 } },
    // The menu stays inside the landmark of its button. A focus placeholder would be no menu item.
    Menu: {
      defaultProps: {
        shadow: "md",
        transitionProps: { duration: 0 },
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
  },
});
