// The sentence of every reason in a proof, as data: `{field}` stands for the step's own field. The engine and the
// checker each fill it in by their own code, so a changed word, number or date is seen.

export type Sentence = { readonly en: string; readonly zh: string }

export const REASONS = {
  'start.date': { en: 'The event happened on {date}.', zh: '事件发生于{date}。' },
  'start.instant': {
    en: 'The event happened at {at} in the court’s zone, on {date}.',
    zh: '事件发生于{at}（法院所在时区），即{date}。',
  },
  'start.period': {
    en: 'The period before this one ends on {date}; this one starts there.',
    zh: '前一期间于{date}届满，本期间由此起算。',
  },
  'start.period-end': {
    en: 'The period before this one ends at {at}; the hours start there.',
    zh: '前一期间于{at}届满，本期间的小时由此起算。',
  },
  'restart.date': {
    en: 'Counted anew from {date}; {fallen} earlier extensions and shortenings fall away.',
    zh: '自{date}重新起算；此前的延长或缩短{fallen}项不再适用。',
  },
  'restart.instant': {
    en: 'Counted anew from {at} in the court’s zone; {fallen} earlier extensions and shortenings fall away.',
    zh: '自{at}（法院所在时区）重新起算；此前的延长或缩短{fallen}项不再适用。',
  },
  'cutoff.day': {
    en: 'At or after {cutoff} the day is over: the event counts as having happened on the next day, {date}.',
    zh: '事件发生于{cutoff}或之后，视为发生于次日{date}。',
  },
  'cutoff.court-day': {
    en: 'At or after {cutoff} the day is over: the event counts as having happened on the next court day, {date}.',
    zh: '事件发生于{cutoff}或之后，视为发生于下一工作日{date}。',
  },
  'start-on.court-day': {
    en: '{from} is not a court day ({nameEn}): counting begins as if the event had happened on {date}.',
    zh: '{from}不是工作日（{nameZh}），视为事件发生于{date}。',
  },
  'factor.times': { en: '{of} {unit} × {by} = {count}.', zh: '{of}{unitZh} × {by} ＝ {count}{unitZh}。' },
  'short.unit': {
    en: 'A length of up to {upTo} days is counted in {unit}: {count}.',
    zh: '不超过{upTo}日的期间按{unitZh}计算：{count}{unitZh}。',
  },
  'count.zero': { en: 'Nothing is counted: the period ends on {date}.', zh: '期间为零，于{date}届满。' },
  'count.forward': {
    en: '{count} {unit} from {from}, that day not counted, end on {date}.',
    zh: '自{from}起{count}{unitZh}，当日不计，至{date}。',
  },
  'count.forward.included': {
    en: '{count} {unit} from {from}, that day counted, end on {date}.',
    zh: '自{from}起{count}{unitZh}，当日计入，至{date}。',
  },
  'count.forward.month-end': {
    en: '{count} {unit} from {from} end on {date}: the month has no such day, so its last day.',
    zh: '自{from}起{count}{unitZh}，当月没有对应日，以月末日{date}为届满日。',
  },
  'count.backward': {
    en: '{count} {unit} back from {from}, that day not counted, lead to {date}.',
    zh: '自{from}向前{count}{unitZh}，当日不计，为{date}。',
  },
  'count.backward.included': {
    en: '{count} {unit} back from {from}, that day counted, lead to {date}.',
    zh: '自{from}向前{count}{unitZh}，当日计入，为{date}。',
  },
  'count.backward.month-end': {
    en: '{count} {unit} back from {from} lead to {date}: the month has no such day, so its last day.',
    zh: '自{from}向前{count}{unitZh}，当月没有对应日，以月末日{date}为准。',
  },
  'excluded.days': { en: '{days} excluded days are not counted: {date}.', zh: '扣除{days}日不计入，至{date}。' },
  'excluded.court-days': {
    en: '{days} excluded court days are not counted: {date}.',
    zh: '扣除{days}个工作日不计入，至{date}。',
  },
  'transit.days': {
    en: '{days} days for the way, {excluded} excluded days not counted: {date}.',
    zh: '在途时间{days}日，扣除{excluded}日不计，至{date}。',
  },
  'extension.granted': {
    en: 'Extended by {count} {unit} from {from}, {excluded} excluded days not counted: {date}.',
    zh: '自{from}延长{count}{unitZh}，扣除{excluded}日不计，至{date}。',
  },
  'shortening.ordered': {
    en: 'Shortened by {count} {unit} from {from}, {excluded} excluded days not counted: {date}.',
    zh: '自{from}缩短{count}{unitZh}，扣除{excluded}日不计，至{date}。',
  },
  'shortening.start': {
    en: 'Shortened by {count} {unit} from {from}, but never beyond the start: {date}.',
    zh: '自{from}缩短{count}{unitZh}，但不越过起算日：{date}。',
  },
  'last-day.excluded': {
    en: 'The last day is not counted either: due on {date}.',
    zh: '末日亦不计入，届满日为{date}。',
  },
  'closure.moved': {
    en: 'From {closedFrom} to {closedTo} the court or its system could not be reached: {from} moves to {date}.',
    zh: '{closedFrom}至{closedTo}法院或其系统无法使用，{from}移至{date}。',
  },
  'roll.next': {
    en: '{from} is not a court day ({nameEn}): the next court day is {date}.',
    zh: '{from}不是工作日（{nameZh}），顺延至{date}。',
  },
  'roll.previous': {
    en: '{from} is not a court day ({nameEn}): the court day before it is {date}.',
    zh: '{from}不是工作日（{nameZh}），提前至{date}。',
  },
  'hours.next-full': {
    en: 'The running hour is not counted: hours run from {at}.',
    zh: '开始的小时不计入，自{at}起算。',
  },
  'hours.now': { en: 'Hours run at once, from {at}.', zh: '自{at}即时起算。' },
  'count.hours': { en: '{count} {unit} end at {at}.', zh: '{count}{unitZh}，至{at}。' },
  'choice.later': {
    en: 'The later end is that of period {chosen}: {dueAt}.',
    zh: '取较晚者，即第{chosen}项：{dueAt}。',
  },
  'choice.earlier': {
    en: 'The earlier end is that of period {chosen}: {dueAt}.',
    zh: '取较早者，即第{chosen}项：{dueAt}。',
  },
  'end.certain': { en: 'The period ends at {dueAt}.', zh: '期间于{dueAt}届满。' },
  'end.provisional': {
    en: 'The period ends at {dueAt}, provisionally: whether courts work on {provisionalDay} is not finally known.',
    zh: '期间暂定于{dueAt}届满：{provisionalDay}是否工作日尚未最终确定。',
  },
  'latest-trigger.found': {
    en: 'An event on {date} still lets the period end by {by}; no later one does.',
    zh: '事件最迟于{date}发生，期间方能于{by}前届满。',
  },
  'in-time.yes': { en: 'The act of {act} is in time.', zh: '{act}的行为在期间内。' },
  'in-time.no': { en: 'The act of {act} is late.', zh: '{act}的行为已逾期。' },
} as const satisfies Record<string, Sentence>

export type Reason = keyof typeof REASONS

/** How a unit is called: one, several, in Chinese. */
export const UNIT_WORDS: Record<string, { readonly one: string; readonly many: string; readonly zh: string }> = {
  day: { one: 'day', many: 'days', zh: '日' },
  'court-day': { one: 'court day', many: 'court days', zh: '个工作日' },
  week: { one: 'week', many: 'weeks', zh: '周' },
  month: { one: 'month', many: 'months', zh: '个月' },
  year: { one: 'year', many: 'years', zh: '年' },
  hour: { one: 'hour', many: 'hours', zh: '小时' },
}
