import { someSignature } from '@court/testkit/filings'
import { pause } from '../ground/child.ts'
import type { Draft, Town } from '../ground/town.ts'
import { callProcedure, type Answer } from './client.ts'
import { noteAnswer, type History } from './history.ts'

type Load = {
  town: Town
  history: History
  /** Where to send: may change while it runs, as behind a balancer. */
  originOf(): string
  drafts: Draft[]
  filingsPerSecond: number
  readsPerSecond: number
  /** How long a person goes on trying. */
  patienceMs?: number
}

export type RunningLoad = {
  /** No new requests; waits for those under way. */
  stop(): Promise<void>
  /** Ends by itself once every draft was handed in. */
  done: Promise<void>
}

/** Filings and reads at a steady pace, whether answers come or not, by people who try again with the same draft. */
export function startLoad(load: Load): RunningLoad {
  let isStopping = false
  const underWay = new Set<Promise<unknown>>()
  const begin = (work: Promise<unknown>) => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  const pace = async (perSecond: number, one: () => Promise<unknown> | null) => {
    const begun = performance.now()
    for (let count = 0; !isStopping; count += 1) {
      const wait = begun + (count * 1000) / perSecond - performance.now()
      if (wait > 0) await pause(wait)
      if (isStopping) return
      const work = one()
      if (!work) return
      begin(work)
    }
  }
  const left = [...load.drafts]
  const filings = pace(load.filingsPerSecond, () => {
    const draft = left.shift()
    return draft ? handIn(load, draft) : null
  })
  let turn = 0
  const reads =
    load.readsPerSecond > 0 ? pace(load.readsPerSecond, () => readSomething(load, turn++)) : Promise.resolve()
  const settle = async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  }
  return {
    done: filings.then(async () => {
      isStopping = true
      await reads
      await settle()
    }),
    async stop() {
      isStopping = true
      await Promise.all([filings, reads])
      for (const draft of left) load.history.unknown.push(draft)
      await settle()
    },
  }
}

/** One person hands in one draft, and tries again until there is an answer or patience ends. */
export async function handIn({ history, originOf, patienceMs = 45_000 }: Load, draft: Draft): Promise<Answer> {
  const begun = performance.now()
  for (;;) {
    const answer = await submitOnce(originOf(), draft)
    history.operations += 1
    noteAnswer(history, answer)
    if (answer.kind === 'ok') {
      history.filings.milliseconds.push(performance.now() - begun)
      keepReceipt(history, draft, answer.value)
      return answer
    }
    if (answer.kind === 'refused') {
      history.refused.push({ draft, ruleId: answer.ruleId })
      return answer
    }
    if (performance.now() - begun > patienceMs) {
      history.unknown.push(draft)
      return answer
    }
    await pause(200 + Math.random() * 400)
  }
}

export const submitOnce = (origin: string, { draftId, version, cookie }: Draft): Promise<Answer> =>
  callProcedure({
    origin,
    path: 'filing.submit',
    input: { draftId, version, signature: someSignature },
    cookie,
    isMutation: true,
  })

export function keepReceipt(history: History, { draftId }: Draft, value: unknown): void {
  const { courtId, caseId, receipt } = value as { courtId: string; caseId: string; receipt: { number: string } }
  const known = history.receipts.find((one) => one.draftId === draftId)
  if (!known) history.receipts.push({ draftId, courtId, caseId, number: receipt.number })
  else if (known.caseId !== caseId || known.number !== receipt.number) history.contradictions.push(draftId)
}

/** What people and clerks look at all day. */
async function readSomething({ town, history, originOf }: Load, turn: number): Promise<void> {
  const resident = town.residents[turn % town.residents.length]
  const clerk = town.clerks[turn % town.clerks.length]
  if (!resident || !clerk) return
  const calls = [
    { path: 'cases.mine', cookie: resident.cookie, input: {} },
    { path: 'desk.counts', cookie: clerk.cookie, input: undefined },
    { path: 'courts.list', cookie: '', input: undefined },
    { path: 'notices.unread', cookie: resident.cookie, input: undefined },
  ]
  const call = calls[turn % calls.length]
  if (!call) return
  const answer = await callProcedure({ origin: originOf(), ...call })
  history.operations += 1
  if (answer.kind === 'ok') {
    history.reads.ok += 1
    history.reads.milliseconds.push(answer.milliseconds)
  } else history.reads.failed += 1
}
