/** Two soft notes, a second in all. Resolves when they have been played. */
export async function playTone(): Promise<void> {
  const context = new AudioContext()
  await context.resume()
  const volume = context.createGain()
  volume.connect(context.destination)
  const from = context.currentTime
  for (const [index, hertz] of [523, 659].entries()) {
    const note = context.createOscillator()
    note.frequency.value = hertz
    note.connect(volume)
    note.start(from + index * 0.5)
    note.stop(from + index * 0.5 + 0.5)
  }
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(0.25, from + 0.05)
  volume.gain.setValueAtTime(0.25, from + 0.9)
  volume.gain.linearRampToValueAtTime(0, from + 1)
  await new Promise((done) => setTimeout(done, 1050))
  await context.close()
}
