/** A part that is folded away until it is asked for. */
/** @param {{ title: string, count?: string | number, open?: boolean, children: import("preact").ComponentChildren }} props */
export function Fold({ title, count, open, children }) {
  return (
    <details open={open}>
      <summary>
        <span>{title}</span>
        {count !== undefined && <span class="count">{count}</span>}
      </summary>
      {children}
    </details>
  );
}
