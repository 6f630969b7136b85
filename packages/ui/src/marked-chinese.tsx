import { Fragment } from 'react'

// On a page in another language, what is left in Chinese (a name, an address, a source as it was published) is marked as such, so that
// it is read aloud and set in its own language.
export function MarkedChinese({ text, locale }: { text: string; locale: string }) {
  if (locale.startsWith('zh')) return text
  return text
    .split(chinese)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? <span lang="zh-CN">{part}</span> : part}</Fragment>)
}

// Han characters with the digits and marks between them; the group makes `split` keep them, as every second part.
const chinese =
  /(\p{Script=Han}(?:[\p{Script=Han}\d\u3000-\u303f\uff00-\uffef·“”‘’—…]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’])?)/u
