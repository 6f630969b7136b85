const places: Record<string, string> = { 浙江: '浙', 宁波: '甬', 湖北: '鄂', 武汉: '汉' }

// One character for a layer, as it stands on the chips: 国 → 浙 → 甬 → 院.
export function layerMark({ layer, title }: { layer: string; title: string }): string {
  if (layer === 'national') return '国'
  if (layer === 'court') return '院'
  const place = Object.keys(places).find((name) => title.includes(name))
  return (place && places[place]) ?? [...title][0] ?? '层'
}
