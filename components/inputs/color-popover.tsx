"use client";

import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { HexColorPicker } from "react-colorful";
import { type BadgeColors, badgeColors, normalizeHex } from "@/lib/domain/values/color";
import { ProblemText } from "../feedback/problem-text";
import classes from "./color-popover.module.css";

export interface ColorPopoverProps {
  /** Is the button that opened it. The popover stands beside it and gives the focus back to it. */
  anchor: HTMLElement;
  value: string;
  /** Is the text in that color, as it will look on light and on dark. */
  sample: string;
  /** Paints the sample; unless given, as a status badge. */
  paint?: (color: string) => BadgeColors | null;
  /** Gets every color on the way, as `#rrggbb`. Escape gives the first one back. */
  onChange: (color: string) => void;
  onClose: () => void;
}

/** Asks for a color, by eye or as hex. The browser's own dialog takes the focus, keeps it and gives it back. */
export default function ColorPopover({
  anchor,
  value,
  sample,
  paint = badgeColors,
  onChange,
  onClose,
}: ColorPopoverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef(value);
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState(false);
  const problemId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    placeBeside(element, anchor);
    return () => element.close();
  }, [anchor]);

  const choose = (color: string) => {
    setTyped(color);
    setWrong(false);
    onChange(color);
  };
  const type = (text: string) => {
    setTyped(text);
    const color = normalizeHex(text);
    if (color) {
      setWrong(false);
      onChange(color);
    }
  };
  const close = () => {
    dialog.current?.close();
    anchor.focus();
    onClose();
  };
  const done = () => (normalizeHex(typed) ? close() : setWrong(true));

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label="Color"
      onCancel={(event) => {
        event.preventDefault();
        onChange(first.current);
        close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <form
        className={classes.content}
        onSubmit={(event) => {
          event.preventDefault();
          // For React, it may stand within another form.
          event.stopPropagation();
          done();
        }}
      >
        <HexColorPicker className={classes.picker} color={normalizeHex(typed) ?? value} onChange={choose} />
        <label className={classes.hex}>
          <span>Hex</span>
          <input
            value={typed}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setWrong(!normalizeHex(typed))}
            onFocus={(event) => event.target.select()}
            aria-invalid={wrong}
            aria-describedby={wrong ? problemId : undefined}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        {wrong && <ProblemText id={problemId}>Enter a color as #rrggbb, like #1c7ed6.</ProblemText>}
        <Preview paints={paint(normalizeHex(typed) ?? value) ?? badgeColors(value)} sample={sample} />
        <Button type="submit" fullWidth>
          Done
        </Button>
      </form>
    </dialog>
  );
}

/** Both themes must be able to show the color readably. */
function Preview({ paints, sample }: { paints: BadgeColors; sample: string }) {
  return (
    <div className={classes.preview}>
      {(["light", "dark"] as const).map((scheme) => {
        const { background, text, border } = paints[scheme];
        return (
          <div key={scheme} className={classes.side} data-scheme={scheme}>
            <span className={classes.scheme}>{scheme === "light" ? "Light" : "Dark"}</span>
            <span className={classes.badge} style={{ background, color: text, borderColor: border }}>
              {sample}
            </span>
          </div>
        );
      })}
    </div>
  );
}

const gap = 6;

/** Places it below the button, or above where there is no room. On a phone the style sheet puts it at the foot. */
function placeBeside(dialog: HTMLDialogElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const { width, height } = dialog.getBoundingClientRect();
  const below = button.bottom + gap;
  const top = below + height <= innerHeight ? below : Math.max(gap, button.top - gap - height);
  const left = Math.max(gap, Math.min(button.left, innerWidth - width - gap));
  dialog.style.setProperty("--top", `${top}px`);
  dialog.style.setProperty("--left", `${left}px`);
}
