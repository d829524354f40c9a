/**
 * Reads what one connection sends by PostgreSQL's protocol and answers the text of the statements that a packet executes. It
 * knows texts that were sent earlier and are now named only.
 */
export function statementsOf(): (packet: Buffer) => string[] {
  const byName = new Map<string, string>();
  return (packet) => {
    const statements: string[] = [];
    for (let at = 0; at + 5 <= packet.length; ) {
      const type = String.fromCharCode(packet[at] ?? 0);
      const end = at + 1 + packet.readUInt32BE(at + 1);
      const [first = "", second = ""] = packet.toString("utf8", at + 5, end).split("\0", 2);
      // Parse has the name and the text, Bind the portal and the name, and Query the text.
      if (type === "P") byName.set(first, second);
      if (type === "B") statements.push(byName.get(second) ?? "");
      if (type === "Q") statements.push(first);
      at = end;
    }
    return statements;
  };
}
