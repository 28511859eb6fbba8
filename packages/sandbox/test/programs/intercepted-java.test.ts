import { testIntercepted } from '../support/run-intercepted.ts'

// Maven resets the colours of the terminal before the program prints.
testIntercepted(
  'wechatpay-java',
  'mvn --quiet compile dependency:build-classpath -Dmdep.outputFile=path >&2; java -cp "target/classes:$(cat path)" Shop',
)
