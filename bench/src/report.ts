import { cpus, loadavg, totalmem } from 'node:os'
import { isMet, type Aim, type Bench, type Outcome, type Row } from './bench.ts'
import { rounded } from './measure/statistics.ts'

type Measured = { bench: Bench; outcome: Outcome; startedAt: Date; loadBefore: number; rounds: number; scale: string }

/** The table for people, and last the line for programs. */
export function report({ bench, outcome, startedAt, loadBefore, rounds, scale }: Measured): string {
  const machine = machineNow(loadBefore)
  const { ratioToPeer, ratioToLimit, aims, figures, table } = outcome
  const json = {
    name: bench.name,
    ratioToPeer: ratioToPeer === null ? null : rounded(ratioToPeer),
    ratioToLimit: ratioToLimit === null ? null : rounded(ratioToLimit),
    aims: aims.map((aim) => ({ ...aim, figure: rounded(aim.figure), isMet: isMet(aim) })),
    figures,
    rounds,
    scale,
    startedAt: startedAt.toISOString(),
    seconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
    machine,
  }
  return [
    `${bench.name}: ${bench.description}`,
    '',
    tableText(table),
    '',
    ...aims.map(aimText),
    `${rounds} rounds; ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, Node ${machine.node}, load ${machine.loadBefore} before and ${machine.loadAfter} after`,
    `BENCH ${JSON.stringify(json)}`,
  ].join('\n')
}

function machineNow(loadBefore: number) {
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    loadBefore: rounded(loadBefore),
    loadAfter: rounded(loadavg()[0] ?? 0),
  }
}

function aimText(aim: Aim): string {
  const unit = aim.unit ? ` ${aim.unit}` : ''
  return `${isMet(aim) ? 'reached    ' : 'falls short'}  ${aim.what}: ${rounded(aim.figure)}${unit}, aim ${aim.at === 'least' ? '≥' : '≤'} ${aim.aim}${unit}`
}

/** Columns as wide as their widest cell; numbers to the right. */
export function tableText(rows: readonly Row[]): string {
  const [first] = rows
  if (!first) return '(nothing)'
  const headings = Object.keys(first)
  const cells = [headings, ...rows.map((row) => headings.map((heading) => textOf(row[heading])))]
  const widths = headings.map((_heading, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const isNumber = headings.map((heading) => rows.every((row) => typeof row[heading] === 'number'))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}

const textOf = (cell: string | number | undefined): string =>
  typeof cell === 'number' ? String(rounded(cell)) : (cell ?? '')
