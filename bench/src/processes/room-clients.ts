// Everybody in the rooms of a bench: each sends a small picture and a tone, and takes in those of the others.
import { joinAsClient, type MediaClient } from '@court/testkit/media/client'
import { answerRequests } from './answer-requests.ts'

export type RoomClientsAsked = { kind: 'enter'; keys: { url: string; token: string }[] } | { kind: 'pictures' }

const framesPerSecond = 10
const clients: MediaClient[] = []

answerRequests(async (request) => {
  const asked = request as RoomClientsAsked
  if (asked.kind === 'pictures') return pictures()
  for (const key of asked.keys) {
    const client = await joinAsClient(key)
    await client.show({ width: 320, height: 180, framesPerSecond })
    await client.speak()
    clients.push(client)
  }
  return clients.length
})

/** How many pictures all of them have sent, and how many of others have arrived at all of them. */
function pictures(): { sent: number; arrived: number } {
  const sent = clients.reduce((sum, client) => sum + client.sentPictures(), 0)
  const arrived = clients
    .flatMap(({ received }) => [...received].filter(([name]) => name.endsWith('/video')))
    .reduce((sum, [, count]) => sum + count, 0)
  return { sent, arrived }
}
