import en from '../messages/en/errors.json' with { type: 'json' }
import zh from '../messages/zh-CN/errors.json' with { type: 'json' }

type ErrorWords = typeof zh

// An error page stands in the browser alone, so it reads the language from the page itself.
export function errorWords(): ErrorWords {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : zh
}
