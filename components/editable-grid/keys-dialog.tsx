"use client";

import { SidePanel } from "../side-panel";
import classes from "./keys-dialog.module.css";

const sections: [string, [string, string][]][] = [
  [
    "Going about",
    [
      ["Arrows", "From cell to cell"],
      ["Home, End", "First and last cell of the row"],
      ["Ctrl+Home, Ctrl+End", "First and last cell of all"],
      ["Page Up, Page Down", "Ten rows on"],
      ["Tab", "Out of the grid"],
      ["Ctrl+Shift+L", "Filter"],
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
      ["Alt+Shift+Up, Alt+Shift+Down", "Move the row, which renumbers"],
    ],
  ],
  [
    "Many cells",
    [
      ["Shift+Arrows", "Select"],
      ["Ctrl+A", "Select all"],
      ["Ctrl+C", "Copy for a spreadsheet"],
      ["Ctrl+V", "Paste rows from a spreadsheet, new ones past the end"],
    ],
  ],
  [
    "The whole edit",
    [
      ["Ctrl+S", "Save"],
      ["Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"],
      ["?", "These keys"],
    ],
  ],
];

/** What each key does. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <SidePanel title="Keys" onClose={onClose}>
      <div className={classes.sections}>
        {sections.map(([title, keys]) => (
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
