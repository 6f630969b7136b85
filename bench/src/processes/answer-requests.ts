type Asked = { id: number; request: unknown }

/** The child's side of `startProcess`: says that it is ready, answers what it is asked one by one, ends with its parent. */
export function answerRequests(answer: (request: unknown) => unknown): void {
  process.on('message', (asked: Asked) => {
    void Promise.resolve()
      .then(() => (asked.request === 'cpu' ? cpuMs() : answer(asked.request)))
      .then(
        (value) => process.send?.({ id: asked.id, value }),
        (error: unknown) =>
          process.send?.({ id: asked.id, error: error instanceof Error ? error.stack : String(error) }),
      )
  })
  process.on('disconnect', () => process.exit())
  process.send?.({ id: 0 })
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
