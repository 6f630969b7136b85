export type Strokes = {
  width: number
  height: number
  strokes: readonly (readonly (readonly [number, number, number])[])[]
}

// A signature as it was drawn, from its strokes: no picture is stored that could differ from them.
export function StrokePicture({
  value,
  label,
  className,
}: {
  value: Strokes
  label: string
  className?: string | undefined
}) {
  return (
    <svg
      viewBox={`0 0 ${value.width} ${value.height}`}
      role="img"
      aria-label={label}
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={Math.max(2, value.width / 160)}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {value.strokes.map((stroke, index) => (
        <path key={index} d={pathOf(stroke)} />
      ))}
    </svg>
  )
}

// Smooth through the middles of neighbouring points; a tap is a dot.
function pathOf(stroke: readonly (readonly [number, number, number])[]): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  if (rest.length === 0) return `M${first[0]} ${first[1]}h0.01`
  let path = `M${first[0]} ${first[1]}`
  let last = first
  for (const point of rest) {
    path += `Q${last[0]} ${last[1]} ${(last[0] + point[0]) / 2} ${(last[1] + point[1]) / 2}`
    last = point
  }
  return `${path}L${last[0]} ${last[1]}`
}
