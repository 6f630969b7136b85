export type CourtLevel = 'basic' | 'intermediate' | 'high' | 'supreme' | 'special'

/** 最高法 → supreme, 浙 → high, 浙02 → intermediate, 浙0212 → basic; numbers from 71 are special courts (法〔2015〕137号). */
export function courtLevel(court: string): CourtLevel {
  if (court.startsWith('最高法')) return 'supreme'
  const digits = /\d+$/.exec(court)?.[0] ?? ''
  if (digits === '') return 'high'
  const middle = Number(digits.slice(0, 2))
  if (digits.length === 2) return middle >= 71 && middle < 96 ? 'special' : 'intermediate'
  return 'basic'
}
