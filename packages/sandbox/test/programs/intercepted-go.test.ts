import { testIntercepted } from '../support/run-intercepted.ts'

testIntercepted('wechatpay-go', 'go run .')
testIntercepted('gopay', 'go run .')
