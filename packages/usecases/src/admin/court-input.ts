import { z } from 'zod'
import type { CourtLevel } from '@court/procedure/code/court-level'

const words = (zh: string, en: string) => JSON.stringify({ zh, en })

/** What the public is told of a court: how to reach it. Every part may be missing. */
export const contactSchema = z.strictObject({
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(
      /^[\d+()\-\s]*$/,
      words('电话只能包含数字、空格和 +-()。', 'A telephone number has digits, blanks and + - ( ) alone.'),
    )
    .optional(),
  addressZh: z.string().trim().max(200).optional(),
  addressEn: z.string().trim().max(200).optional(),
  hoursZh: z.string().trim().max(120).optional(),
  hoursEn: z.string().trim().max(120).optional(),
})
export type CourtContact = z.infer<typeof contactSchema>

export const unitKinds = ['division', 'tribunal'] as const

export const unitSchema = z.strictObject({
  kind: z.enum(unitKinds),
  nameZh: z.string().trim().min(2, words('请填写名称。', 'Write the name.')).max(60),
  nameEn: z.string().trim().min(2, words('请填写英文名称。', 'Write the English name.')).max(120),
  address: z.string().trim().max(200).optional(),
})
export type UnitInput = z.infer<typeof unitSchema>

export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, words('请填写日期，例如 2026-03-05。', 'Write a date such as 2026-03-05.'))
  .refine(
    (day) => {
      const ms = Date.parse(`${day}T00:00:00Z`)
      return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
    },
    words('没有这一天，请核对日期。', 'There is no such day. Check the date.'),
  )

/** 最高法, 浙, 浙02, 浙0212: the code that stands in case numbers (法〔2015〕137号). */
export const courtCode = z
  .string()
  .trim()
  .regex(
    /^(最高法|[\u4e00-\u9fff](\d{2}|\d{4})?)$/,
    words(
      '法院代字由省份简称和两位或四位数字组成，例如 浙0212。',
      'A court code is the sign of its province and two or four digits, such as 浙0212.',
    ),
  )

export const slug = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    words('网址名只能用小写字母、数字和连字符。', 'The address name has lower-case letters, digits and hyphens alone.'),
  )

export const zone = z
  .string()
  .max(60)
  .refine(
    (name) => isZone(name),
    words('没有这个时区，例如 Asia/Shanghai。', 'There is no such time zone; an example is Asia/Shanghai.'),
  )

export const levels = ['supreme', 'high', 'intermediate', 'basic', 'special'] as const satisfies readonly CourtLevel[]

const isZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

export const courtNames = {
  nameZh: z.string().trim().min(4, words('请填写法院全称。', 'Write the full name of the court.')).max(60),
  nameEn: z.string().trim().min(4, words('请填写法院英文名称。', 'Write the English name of the court.')).max(120),
}
