export type StageState = { id: string; label: string }
export type StageMove = { from: string; to: string }

export type PlacedStage = StageState & { rank: number; row: number }

// Ranks by the shortest way from the first state, so that a return (filed → returned → filed) does not push
// the road onward; within a rank in the order of the code.
export function placeStages(states: StageState[], moves: StageMove[]): PlacedStage[] {
  const first = states[0]
  if (!first) return []
  const ranks = new Map<string, number>([[first.id, 0]])
  const queue = [first.id]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const rank = (ranks.get(id) ?? 0) + 1
    for (const move of moves) {
      if (move.from !== id || ranks.has(move.to)) continue
      ranks.set(move.to, rank)
      queue.push(move.to)
    }
  }
  const last = Math.max(...ranks.values())
  const rows = new Map<number, number>()
  return states.map((state) => {
    const rank = ranks.get(state.id) ?? last
    const row = rows.get(rank) ?? 0
    rows.set(rank, row + 1)
    return { ...state, rank, row }
  })
}
