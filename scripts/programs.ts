import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A program in another language that is tested, and the toolchain it takes. */
export interface GuideProgram {
  language: string
  test: string
  /** How to get it, on Debian. */
  install: string
  isInstalled: () => boolean
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/** The programs of the guide: without an SDK, and with each. */
export const programs: GuideProgram[] = [
  {
    language: 'PHP',
    test: 'packages/sandbox/test/programs/php.test.ts',
    install: 'apt-get install php-cli',
    isInstalled: () => succeeds('php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);'),
  },
  {
    language: 'Java',
    test: 'packages/sandbox/test/programs/java.test.ts',
    install: 'apt-get install default-jdk-headless',
    isInstalled: () => succeeds('java', '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--version'),
  },
  {
    language: 'Go',
    test: 'packages/sandbox/test/programs/go.test.ts',
    install: 'apt-get install golang',
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python',
    test: 'packages/sandbox/test/programs/python.test.ts',
    install: 'apt-get install python3-cryptography',
    isInstalled: () => succeeds('python3', '-c', 'import cryptography'),
  },
  {
    language: 'Java (wechatpay-java, WxJava)',
    test: 'packages/sandbox/test/programs/sdk-java.test.ts',
    install: 'apt-get install maven',
    isInstalled: () => succeeds('mvn', '--version'),
  },
  {
    language: 'Go (wechatpay-go, gopay)',
    test: 'packages/sandbox/test/programs/sdk-go.test.ts',
    install: 'apt-get install golang',
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python (wechatpayv3)',
    test: 'packages/sandbox/test/programs/sdk-python.test.ts',
    install: 'apt-get install python3-venv',
    isInstalled: () => succeeds('python3', '-c', 'import venv, ensurepip'),
  },
  {
    language: 'Node (recipe for CI)',
    test: 'test/recipes/node.test.ts',
    install: 'npm ci',
    isInstalled: () => true,
  },
  {
    language: 'Java (recipe for CI)',
    test: 'test/recipes/java.test.ts',
    install: 'apt-get install maven',
    isInstalled: () => succeeds('mvn', '--version'),
  },
  {
    language: 'Go (recipe for CI)',
    test: 'test/recipes/go.test.ts',
    install: 'apt-get install golang',
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python (recipe for CI)',
    test: 'test/recipes/python.test.ts',
    install: 'apt-get install python3-venv',
    isInstalled: () => succeeds('python3', '-c', 'import venv, ensurepip'),
  },
  {
    language: 'PHP (recipe for CI)',
    test: 'test/recipes/php.test.ts',
    install: 'apt-get install composer php-curl',
    isInstalled: () => succeeds('composer', '--version') && succeeds('php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'),
  },
  {
    language: 'Node (wechatpay-axios-plugin, wechatpay-node-v3)',
    test: 'packages/sandbox/test/programs/sdk-node.test.ts',
    install: 'npm ci',
    isInstalled: () => true,
  },
  {
    language: 'PHP (wechatpay-php, easywechat)',
    test: 'packages/sandbox/test/programs/sdk-php.test.ts',
    install: 'apt-get install php-cli composer; in the folder that PHP_SDKS names: composer require wechatpay/wechatpay w7corp/easywechat',
    isInstalled: () => existsSync(`${process.env.PHP_SDKS}/vendor/autoload.php`) && succeeds('php', '--version'),
  },
]
