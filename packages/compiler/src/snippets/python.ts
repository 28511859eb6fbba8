import { pythonNotification } from './python/notification.ts'
import { pythonRequest } from './python/request.ts'
import type { SdkLanguage } from './sdk-language.ts'

/** Python for wechatpayv3; WeChat Pay has no official library for it. */
export const python: SdkLanguage = {
  id: 'python', label: 'Python', grammar: 'python', request: pythonRequest, notification: pythonNotification,
}
