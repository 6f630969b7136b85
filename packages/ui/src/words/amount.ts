import nzh from 'nzh/cn'

export type AmountFault = 'empty' | 'not-a-number' | 'negative' | 'too-large' | 'too-fine'
export type ParsedAmount = { ok: true; fen: number } | { ok: false; fault: AmountFault }

export const fenMax = 1_000_000_000_000_000

// Reads what people type: full-width digits, commas, spaces, ¥, 元. Money is whole fen; nothing is rounded.
export function parseAmount(text: string): ParsedAmount {
  const plain = text
    .normalize('NFKC')
    .replace(/[,，\s¥￥]/g, '')
    .replace(/元$/, '')
  if (plain === '') return { ok: false, fault: 'empty' }
  if (/^[-−]\d/.test(plain)) return { ok: false, fault: 'negative' }
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain)
  if (!match) return { ok: false, fault: 'not-a-number' }
  const [, yuan = '', fraction = ''] = match
  if (fraction.replace(/0+$/, '').length > 2) return { ok: false, fault: 'too-fine' }
  const fen = BigInt(yuan) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
  return fen > BigInt(fenMax) ? { ok: false, fault: 'too-large' } : { ok: true, fen: Number(fen) }
}

// 人民币大写: 人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分, 人民币叁佰元整.
export function amountInWords(fen: number): string {
  if (fen === 0) return '人民币零元整'
  return nzh.toMoney(decimalOf(fen), { complete: false, outSymbol: true, unOmitYuan: false, forceZheng: true })
}

export function formatYuan(fen: number): string {
  const [yuan = '0', fraction = '00'] = decimalOf(fen).split('.')
  return `¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
}

function decimalOf(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
