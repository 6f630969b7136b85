import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Tx } from './database.ts'
import type { Prisma } from './generated/client.ts'

/** One statement that reads, and what a row of its answer is. Asked in a scope, several at once: `askCourt`, `askNation`. */
export type Question<Row> = { readonly sql: Prisma.Sql; readonly row?: Row }

export const question = <Row>(sql: Prisma.Sql): Question<Row> => ({ sql })

export type Questions = Readonly<Record<string, Question<unknown>>>
export type Answers<Q extends Questions> = { [Name in keyof Q]: Q[Name] extends Question<infer Row> ? Row[] : never }

/** The same within a transaction that is open already, one after the other. */
export async function answerIn<Q extends Questions>(tx: Tx, questions: Q): Promise<Answers<Q>> {
  const answers: Record<string, unknown> = {}
  for (const [name, { sql }] of Object.entries(questions)) answers[name] = await tx.$queryRaw(sql)
  return answers as Answers<Q>
}

type PreparedStatement = { name?: string; text: string; values: unknown[]; types: pg.CustomTypesConfig }

/** As pg takes it: prepared once per connection, under a name, so that the server keeps its plan. */
export function statementOf({ sql }: Question<unknown>): PreparedStatement {
  const { text, values } = sql
  const name = nameOf(text)
  return { ...(name === undefined ? {} : { name }), text, values, types }
}

// Combinations of filters make many texts, and a connection keeps what it has prepared: rare ones go without a name.
const namesMax = 300
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= namesMax) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}

type Parse = (text: string) => unknown

/** Whole numbers of eight bytes are exact, as everywhere else with Prisma; instants are read as the engine of Node reads them, not by a pattern. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Parse => {
    if (oid === pg.types.builtins.INT8) return BigInt
    const parse = pg.types.getTypeParser(oid, format) as Parse
    return oid === pg.types.builtins.TIMESTAMPTZ ? (text) => instantOf(text) ?? parse(text) : parse
  }) as typeof pg.types.getTypeParser,
}

/** `2026-03-02 01:00:00.123+00`, as a server in UTC writes it; null for any other form. */
function instantOf(text: string): Date | null {
  if (text.length > 29 || text.length < 22 || text[10] !== ' ' || !text.endsWith('+00')) return null
  const at = new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}
