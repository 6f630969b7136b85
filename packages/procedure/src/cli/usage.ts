export const usage = `court-code: the engine of the procedure codes on the command line

  court-code period [FILE]        when a period ends, with a proof            NDJSON in, NDJSON out
  court-code check-proof [FILE]   whether a proof holds                       NDJSON in, NDJSON out
  court-code fee [FILE]           what a case costs, with its arithmetic      NDJSON in, NDJSON out
  court-code number [FILE]        what a case number says                     NDJSON in, NDJSON out
  court-code calendar --from D --to D [--calendar FILE]      one line a day: does the court work?
  court-code lint PATH… [--json]                             what is wrong with the codes in these files
  court-code explain RULE --court C --on D [--json]          which layer gave a rule its values
  court-code simulate SCENARIO [--json]                      a case from dated facts: docket, clocks, what is next

FILE is read line by line; - or nothing is standard input. A line that cannot be answered is answered by an error, and the
batch goes on. Exit code 0: all answered; 1: some line has an error, or lint found one; 2: wrong usage.
`

/** Wrong usage of the command line: said on standard error, exit code 2. */
export class UsageError extends Error {}
