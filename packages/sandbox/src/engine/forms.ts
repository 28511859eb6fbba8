/** How a text is to be written, for names that mean the same in every operation. From the official field tables. */
const forms = new Map(Object.entries({
  bill_date: { pattern: /^\d{4}-\d\d-\d\d$/, name: 'yyyy-MM-dd' },
  time_expire: { pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, name: 'yyyy-MM-ddTHH:mm:ss+08:00' },
}))

/** The least a number may be, likewise. */
const least = new Map(Object.entries({ total: 1, limit: 1, offset: 0 }))

/** What is wrong with the form of a text; `undefined` where nothing is, or none is known. */
export function formIssue(name: string, text: string): string | undefined {
  const form = forms.get(name)
  const isRight = !form || (form.pattern.test(text) && !Number.isNaN(Date.parse(text)))
  return isRight ? undefined : `时间格式须为 ${form.name}`
}

/** What is wrong with the size of a number, in WeChat Pay's words; `undefined` where nothing is, or no limit is known. */
export function sizeIssue(name: string, value: number): string | undefined {
  const limit = least.get(name)
  return limit !== undefined && value < limit ? `数值规则校验失败，数值 ${value}，小于最小值 ${limit}` : undefined
}
