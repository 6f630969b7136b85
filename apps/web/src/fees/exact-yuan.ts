// A sum of the fee engine is exact: whole fen, or a fraction of fen such as 24691/2. In yuan, to the hundredth of a fen where there is one.
export function exactYuan(fen: string): string {
  const [n = 0n, d = 1n] = fen.split('/').map((part) => BigInt(part))
  const hundredths = (n * 100n) / d
  const digits = String(hundredths).padStart(5, '0')
  const thousands = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = digits.slice(-2) === '00' ? '' : digits.slice(-2)
  return `¥${thousands}.${digits.slice(-4, -2)}${part}`
}
