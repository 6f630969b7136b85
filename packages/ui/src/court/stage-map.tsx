import { placeStages, type PlacedStage, type StageMove, type StageState } from './stage-layout.ts'

const box = { width: 132, height: 44 }

type Place = { x: number; y: number }

// The road of a case, drawn from the states of its code: where it was, where it is, where it may go.
// Across where there is room, a short list on a phone; read out as a list.
export function StageMap({
  label,
  states,
  moves,
  currentId,
  visitedIds = [],
  words,
}: {
  label: string
  states: StageState[]
  moves: StageMove[]
  currentId: string
  visitedIds?: string[] | undefined
  words: { current: string; visited: string; ahead: string }
}) {
  // Several acts may lead from one state to another; the road is drawn once.
  const roads = [...new Map(moves.map((move) => [`${move.from}-${move.to}`, move])).values()]
  const placed = placeStages(states, roads)
  const say = (id: string) => (id === currentId ? words.current : visitedIds.includes(id) ? words.visited : words.ahead)
  return (
    <figure>
      <figcaption className="sr-only">
        {label}
        <ul>
          {states.map((state) => (
            <li key={state.id}>
              {state.label}: {say(state.id)}
            </li>
          ))}
        </ul>
      </figcaption>
      <div className="hidden overflow-x-auto sm:block">
        <Drawing placed={placed} moves={roads} currentId={currentId} visitedIds={visitedIds} />
      </div>
      <ShortRoad states={states} moves={roads} currentId={currentId} visitedIds={visitedIds} words={words} />
    </figure>
  )
}

// On a phone: the way so far, where it stands, and where it may go from here.
function ShortRoad({
  states,
  moves,
  currentId,
  visitedIds,
  words,
}: {
  states: StageState[]
  moves: StageMove[]
  currentId: string
  visitedIds: string[]
  words: { ahead: string }
}) {
  const so = states.filter((state) => state.id === currentId || visitedIds.includes(state.id))
  const on = states.filter((state) =>
    moves.some((move) => move.from === currentId && move.to === state.id && move.to !== currentId),
  )
  return (
    <div aria-hidden="true" className="sm:hidden">
      <ol>
        {so.map((state) => (
          <li
            key={state.id}
            className="relative pb-3 pl-6 before:absolute before:top-[0.55em] before:left-1 before:size-2.5 before:rounded-full before:border-2 before:border-ink before:bg-ink after:absolute after:top-[1.1em] after:bottom-[-0.5em] after:left-[0.52rem] after:w-px after:bg-line-strong"
          >
            <span className={state.id === currentId ? 'font-semibold text-accent-text' : ''}>{state.label}</span>
          </li>
        ))}
      </ol>
      {on.length > 0 ? (
        <>
          <p className="pl-6 text-sm text-muted">{words.ahead}</p>
          <ul className="mt-1 flex flex-wrap gap-2 pl-6">
            {on.map((state) => (
              <li key={state.id} className="rounded-sm border border-dashed border-line-strong px-2 py-0.5 text-sm">
                {state.label}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function Drawing({
  placed,
  moves,
  currentId,
  visitedIds,
}: {
  placed: PlacedStage[]
  moves: StageMove[]
  currentId: string
  visitedIds: string[]
}) {
  const gap = { along: 64, beside: 20 }
  const rowsOf = (rank: number) => placed.filter((stage) => stage.rank === rank).length
  const ranks = 1 + Math.max(0, ...placed.map((stage) => stage.rank))
  const widest = Math.max(1, ...placed.map((stage) => rowsOf(stage.rank)))
  const width = ranks * box.width + (ranks - 1) * gap.along
  const height = widest * box.height + (widest - 1) * gap.beside

  const places = new Map<string, Place>(
    placed.map((stage) => {
      const rows = rowsOf(stage.rank)
      const used = rows * box.height + (rows - 1) * gap.beside
      const x = stage.rank * (box.width + gap.along)
      const y = (height - used) / 2 + stage.row * (box.height + gap.beside)
      return [stage.id, { x, y }]
    }),
  )
  const id = 'stage-arrow'
  return (
    <svg
      viewBox={`-2 -14 ${width + 4} ${height + 28}`}
      width={width + 4}
      height={height + 28}
      className="mx-auto h-auto max-w-full"
      aria-hidden="true"
    >
      <defs>
        <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M1 1 7 4 1 7" fill="none" className="stroke-line-strong" strokeWidth="1.25" />
        </marker>
      </defs>
      {moves.map((move) => {
        const from = places.get(move.from)
        const to = places.get(move.to)
        if (!from || !to || move.from === move.to) return null
        return (
          <path
            key={`${move.from}-${move.to}`}
            d={road(from, to)}
            fill="none"
            className="stroke-line-strong"
            strokeWidth="1.25"
            markerEnd={`url(#${id})`}
          />
        )
      })}
      {placed.map((stage) => {
        const place = places.get(stage.id)
        if (!place) return null
        const isCurrent = stage.id === currentId
        const isVisited = visitedIds.includes(stage.id)
        return (
          <g key={stage.id} transform={`translate(${place.x} ${place.y})`}>
            <rect
              width={box.width}
              height={box.height}
              rx="6"
              strokeWidth={isCurrent ? 2 : 1.25}
              className={
                isCurrent
                  ? 'fill-accent-soft stroke-accent-text'
                  : isVisited
                    ? 'fill-sunken stroke-ink'
                    : 'fill-surface stroke-line-strong'
              }
              strokeDasharray={isCurrent || isVisited ? undefined : '4 3'}
            />
            <text
              x={box.width / 2}
              y={box.height / 2}
              dy="0.35em"
              textAnchor="middle"
              fontSize="14"
              textLength={stage.label.length > 16 ? box.width - 12 : undefined}
              lengthAdjust="spacingAndGlyphs"
              className={isCurrent ? 'fill-accent-text font-semibold' : isVisited ? 'fill-ink' : 'fill-muted'}
            >
              {stage.label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

// Onward from edge to edge; back again in a bow above the boxes.
function road(from: Place, to: Place): string {
  const mid = (place: Place) => ({ x: place.x + box.width / 2, y: place.y + box.height / 2 })
  if (to.x > from.x) {
    const [x1, y1, x2, y2] = [from.x + box.width, mid(from).y, to.x - 2, mid(to).y]
    const bend = (x2 - x1) / 2
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  const [x1, x2] = [mid(from).x, mid(to).x + 20]
  return to.x === from.x
    ? `M${mid(from).x} ${from.y}L${mid(to).x} ${to.y > from.y ? to.y : to.y + box.height}`
    : `M${x1} ${from.y}C${x1} ${from.y - 22} ${x2} ${to.y - 22} ${x2} ${to.y - 2}`
}
