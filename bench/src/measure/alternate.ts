/**
 * Measures every side once per round, each round beginning with another side: what else the machine does meanwhile falls on all of them.
 * A round before the first is not counted: it fills caches.
 */
export async function alternate<Side extends string, Sample>(
  sides: Record<Side, () => Promise<Sample>>,
  { rounds, say }: { rounds: number; say(line: string): void },
): Promise<Record<Side, Sample[]>> {
  const names = Object.keys(sides) as Side[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, Sample[]>
  for (const name of names) await sides[name]()
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${round + 1} of ${rounds}`)
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] as Side
      samples[name].push(await sides[name]())
    }
  }
  return samples
}
