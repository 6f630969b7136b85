/** Whether the production build of an app is missing or older than its sources. */
export function needsBuild(app: string): boolean
export function build(options: { app: string; logsDir: string }): Promise<void>
export function generateClient(options: { logsDir?: string }): Promise<'made' | 'unchanged' | 'no schema'>
