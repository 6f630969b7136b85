import type { ReactNode } from 'react'
import { Badge, type Tone } from './badge.tsx'

export type TaskState = 'done' | 'doing' | 'todo' | 'blocked' | 'error'
export type Task = {
  id: string
  title: string
  href?: string | undefined
  hint?: ReactNode
  state: TaskState
  stateLabel: string
}

const tones: Record<Exclude<TaskState, 'done' | 'blocked'>, Tone> = { doing: 'info', todo: 'neutral', error: 'danger' }

// What is to do and what is done. Done things go quiet, so that the eye finds what is left.
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="border-t">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="relative flex min-h-target items-center justify-between gap-4 border-b py-3 hover:bg-sunken/60"
        >
          <span className="min-w-0">
            {task.href ? (
              <a href={task.href} aria-describedby={`${task.id}-state`} className="link after:absolute after:inset-0">
                {task.title}
              </a>
            ) : (
              task.title
            )}
            {task.hint ? <span className="block text-sm text-muted">{task.hint}</span> : null}
          </span>
          <span id={`${task.id}-state`} className="shrink-0">
            {task.state === 'done' || task.state === 'blocked' ? (
              <span className="text-sm text-muted">{task.stateLabel}</span>
            ) : (
              <Badge tone={tones[task.state]}>{task.stateLabel}</Badge>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
