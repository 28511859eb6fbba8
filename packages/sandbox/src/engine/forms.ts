/** The format of a text. */
interface Form {
  isValid: (text: string) => boolean
  /** The `issue` of a refusal for any other text. */
  issue: string
}

const time = (pattern: RegExp, name: string): Form => ({
  isValid: text => pattern.test(text) && !Number.isNaN(Date.parse(text)), issue: `时间格式须为 ${name}`,
})

const composed = (pattern: RegExp, of: string): Form => ({ isValid: text => pattern.test(text), issue: `只能由${of}组成` })

const orderNumber = composed(/^[\w|*-]+$/, '数字、字母、下划线、连字符、竖线、星号')

/** Formats by field name, for names that mean the same in every operation. From the official field tables. */
const forms = new Map<string, Form>(Object.entries({
  bill_date: time(/^\d{4}-\d\d-\d\d$/, 'yyyy-MM-dd'),
  time_expire: time(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, 'yyyy-MM-ddTHH:mm:ss+08:00'),
  out_trade_no: orderNumber,
  combine_out_trade_no: orderNumber,
  out_refund_no: composed(/^[\w|*@-]+$/, '数字、字母、下划线、连字符、竖线、星号、@'),
  notify_url: {
    isValid: text => URL.canParse(text) && /^https?:/.test(text), issue: '须为 http:// 或 https:// 开头的完整地址',
  },
}))

/** Minimums of numbers, likewise. */
const minimums = new Map(Object.entries({ total: 1, limit: 1, offset: 0 }))

/** Returns the `issue` with the format of a text; `undefined` if it is valid or the name has no format. */
export function formIssue(name: string, text: string): string | undefined {
  const form = forms.get(name)
  return form && !form.isValid(text) ? form.issue : undefined
}

/** Returns the `issue` with a number, in WeChat Pay's words; `undefined` if it is valid or the name has no minimum. */
export function sizeIssue(name: string, value: number): string | undefined {
  const limit = minimums.get(name)
  return limit !== undefined && value < limit ? `数值规则校验失败，数值 ${value}，小于最小值 ${limit}` : undefined
}
