// What to do, step by step: one line of the text is one step.
export function Advice({ lines }: { lines: string }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {lines.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
