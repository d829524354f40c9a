import encodeQR from "qr";
import { useMemo } from "react";
import classes from "./second-factor.module.css";

/** Draws a text as a QR code, which cameras read. It stays dark on light in the dark theme too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      className={classes.picture}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

/** Returns one path for all dark squares. */
function draw(text: string): { size: number; path: string } {
  const rows = encodeQR(text, "raw", { border: 2 });
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return { size: rows.length, path: squares.join("") };
}
