/** How a text is to be written. */
interface Form {
  isRight: (text: string) => boolean
  /** What is wrong with any other. */
  issue: string
}

const time = (pattern: RegExp, name: string): Form => ({
  isRight: text => pattern.test(text) && !Number.isNaN(Date.parse(text)), issue: `时间格式须为 ${name}`,
})

const made = (pattern: RegExp, of: string): Form => ({ isRight: text => pattern.test(text), issue: `只能由${of}组成` })

const orderNumber = made(/^[\w|*-]+$/, '数字、字母、下划线、连字符、竖线、星号')

/** Forms of names that mean the same in every operation. From the official field tables. */
const forms = new Map<string, Form>(Object.entries({
  bill_date: time(/^\d{4}-\d\d-\d\d$/, 'yyyy-MM-dd'),
  time_expire: time(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, 'yyyy-MM-ddTHH:mm:ss+08:00'),
  out_trade_no: orderNumber,
  combine_out_trade_no: orderNumber,
  out_refund_no: made(/^[\w|*@-]+$/, '数字、字母、下划线、连字符、竖线、星号、@'),
  notify_url: {
    isRight: text => URL.canParse(text) && /^https?:/.test(text), issue: '须为 http:// 或 https:// 开头的完整地址',
  },
}))

/** The least a number may be, likewise. */
const least = new Map(Object.entries({ total: 1, limit: 1, offset: 0 }))

/** What is wrong with the form of a text; `undefined` where nothing is, or none is known. */
export function formIssue(name: string, text: string): string | undefined {
  const form = forms.get(name)
  return form && !form.isRight(text) ? form.issue : undefined
}

/** What is wrong with the size of a number, in WeChat Pay's words; `undefined` where nothing is, or no limit is known. */
export function sizeIssue(name: string, value: number): string | undefined {
  const limit = least.get(name)
  return limit !== undefined && value < limit ? `数值规则校验失败，数值 ${value}，小于最小值 ${limit}` : undefined
}
