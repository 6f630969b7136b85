'use client'

import { useEffect, useState } from 'react'

/** How loud a track of sound is, 0 to 1, some times a second. */
export function useLevel(track: MediaStreamTrack | undefined): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    if (!track) return
    const context = new AudioContext()
    const source = context.createMediaStreamSource(new MediaStream([track]))
    const analyser = context.createAnalyser()
    analyser.fftSize = 1024
    source.connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      setLevel(levelOf(samples))
    }, 120)
    void context.resume()
    return () => {
      clearInterval(timer)
      source.disconnect()
      void context.close()
      setLevel(0)
    }
  }, [track])
  return level
}

/** From the loudness of samples (−1 to 1) to a share of the meter: −60 dB is nothing, −12 dB is full. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
  if (power === 0) return 0
  const decibels = 10 * Math.log10(power)
  return Math.min(1, Math.max(0, (decibels + 60) / 48))
}
