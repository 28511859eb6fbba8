import { testSdk } from '../support/run-sdk.ts'

testSdk('wechatpay-go', 'go run .')
testSdk('gopay', 'go run .')
