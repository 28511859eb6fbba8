import { testIntercepted } from '../support/run-intercepted.ts'

testIntercepted(
  'wechatpay-java',
  'mvn --batch-mode --quiet compile dependency:build-classpath -Dmdep.outputFile=path; java -cp "target/classes:$(cat path)" Shop',
)
