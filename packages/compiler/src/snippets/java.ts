import { javaNotification } from './java/notification.ts'
import { javaRequest } from './java/request.ts'
import type { SdkLanguage } from './sdk-language.ts'

/** Java for the official library, wechatpay-java. */
export const java: SdkLanguage = {
  id: 'java', label: 'Java', grammar: 'java', request: javaRequest, notification: javaNotification,
}
