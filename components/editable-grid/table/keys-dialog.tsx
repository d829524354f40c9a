"use client";

import { SidePanel } from "../../dialog/side-panel";
import classes from "./keys-dialog.module.css";

type Key = [keys: string, does: string];

export type KeysDialogProps = {
  /** Says that the grid itself saves, filters and adds to the list. */
  saves: boolean;
  /** Says that rows can be moved. */
  moves: boolean;
  onClose: () => void;
};

function sectionsOf({ saves, moves }: Pick<KeysDialogProps, "saves" | "moves">): [string, Key[]][] {
  const only = (there: boolean, ...keys: Key[]) => (there ? keys : []);
  return [
    [
      "Going about",
      [
        ["Arrows", "From cell to cell"],
        ["Home, End", "First and last cell of the row"],
        ["Ctrl+Home, Ctrl+End", "First and last cell of all"],
        ["Page Up, Page Down", "Ten rows on"],
        ["Tab", "Out of the grid"],
        ...only(saves, ["Ctrl+Shift+L", "Filter"]),
      ],
    ],
    [
      "Editing",
      [
        ["Enter, F2, or typing", "Edit the cell"],
        ["Space", "Tick or untick"],
        ["Alt+Down", "Open a list"],
        ["Enter, Tab", "Done, and on to the next row or cell"],
        ["Escape", "Put back what was there"],
        ["Delete", "Empty the cell"],
        ...only(moves, ["Alt+Shift+Up, Alt+Shift+Down", "Move the row, which renumbers"]),
      ],
    ],
    [
      "Many cells",
      [
        ["Shift+Arrows", "Select"],
        ["Ctrl+A", "Select all"],
        ["Ctrl+C", "Copy for a spreadsheet"],
        ["Ctrl+V", `Paste rows from a spreadsheet${saves ? ", new ones past the end" : ""}`],
      ],
    ],
    [
      "The whole edit",
      [...only(saves, ["Ctrl+S", "Save"]), ["Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"], ["?", "These keys"]],
    ],
  ];
}

/** Lists what each key does. */
export default function KeysDialog({ saves, moves, onClose }: KeysDialogProps) {
  return (
    <SidePanel title="Keys" onClose={onClose}>
      <div className={classes.sections}>
        {sectionsOf({ saves, moves }).map(([title, keys]) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key} className={classes.key}>
                  <dt>{key}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.note}>On a Mac, Ctrl is ⌘ and Alt is ⌥.</p>
    </SidePanel>
  );
}
