import { testSdk } from '../support/run-sdk.ts'

// PHP_SDKS names a folder into which Composer installed both SDKs.
const command = 'ln -s "$PHP_SDKS/vendor" vendor; php shop.php'

testSdk('wechatpay-php', command)
testSdk('easywechat', command)
