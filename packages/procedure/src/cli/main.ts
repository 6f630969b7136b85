import { usage, UsageError } from './usage.ts'

/** Runs one command and returns the exit code. Commands load what they need only, so that a short call stays short. */
async function run([command, ...args]: string[]): Promise<number> {
  if (command === '--help' || command === '-h' || command === 'help' || args.includes('--help')) return printUsage()
  switch (command) {
    case 'period':
      return (await import('./period-command.ts')).runPeriod(args)
    case 'check-proof':
      return (await import('./check-proof-command.ts')).runCheckProof(args)
    case 'calendar':
      return (await import('./calendar-command.ts')).runCalendar(args)
    case 'fee':
      return (await import('./fee-command.ts')).runFee(args)
    case 'number':
      return (await import('./number-command.ts')).runNumber(args)
    case 'lint':
      return (await import('./lint-command.ts')).runLint(args)
    case 'explain':
      return (await import('./explain-command.ts')).runExplain(args)
    case 'simulate':
      return (await import('./simulate-command.ts')).runSimulate(args)
    case undefined:
      throw new UsageError('Which command?')
    default:
      throw new UsageError(`There is no command ${command}`)
  }
}

function printUsage(): number {
  process.stdout.write(usage)
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`court-code: ${error.message}\n\n${usage}`)
  process.exitCode = 2
}
