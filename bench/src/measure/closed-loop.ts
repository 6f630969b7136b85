export type LoopResult = { perSecond: number; latenciesMs: number[] }

type Loop<Item> = { items: readonly Item[]; calls: number; lanes: number; work(item: Item): Promise<unknown> }

/** So many calls in so many lanes, each lane beginning the next when the last has ended; the items over and over. */
export async function closedLoop<Item>({ items, calls, lanes, work }: Loop<Item>): Promise<LoopResult> {
  const latenciesMs: number[] = []
  let next = 0
  const start = performance.now()
  const lane = async () => {
    while (next < calls) {
      const item = items[next++ % items.length] as Item
      const begun = performance.now()
      await work(item)
      latenciesMs.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { perSecond: latenciesMs.length / ((performance.now() - start) / 1000), latenciesMs }
}
