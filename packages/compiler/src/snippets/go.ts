import { goNotification } from './go/notification.ts'
import { goRequest } from './go/request.ts'
import type { SdkLanguage } from './sdk-language.ts'

/** Go for the official library, wechatpay-go. */
export const go: SdkLanguage = { id: 'go', label: 'Go', grammar: 'go', request: goRequest, notification: goNotification }
