import { testSdk } from '../support/run-sdk.ts'

const command = 'mvn --quiet compile dependency:build-classpath -Dmdep.outputFile=path >&2; java -cp "target/classes:$(cat path)" Shop'

testSdk('wechatpay-java', command)
testSdk('WxJava', command)
