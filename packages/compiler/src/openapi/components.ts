import { withoutLinks } from '../markdown/without-links.ts'
import type { ErrorCode } from '../model/index.ts'
import type { Schema } from './schema.ts'

const lineOf = ({ status, code, meaning }: ErrorCode) => `- \`${code}\`（${status}）：${withoutLinks(meaning)}`

/** The components of every document. `errors` are the error codes of every operation. */
export const componentsOf = (errors: ErrorCode[] = []): Schema => ({
  securitySchemes: {
    wechatpay: {
      type: 'http',
      scheme: 'WECHATPAY2-SHA256-RSA2048',
      description: '用商户私钥对请求方法、URL、时间戳、随机串、请求体五行签名，放进 `Authorization`',
    },
  },
  responses: {
    Error: {
      description: ['失败', ...errors.map(lineOf)].join('\n'),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  },
  schemas: {
    Error: {
      type: 'object',
      properties: {
        code: { type: 'string', description: '错误码' },
        message: { type: 'string', description: '错误描述' },
        detail: { type: 'object', description: '出错的参数、值、原因和位置' },
      },
      required: ['code', 'message'],
    },
  },
})
