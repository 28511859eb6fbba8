import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Programs in other languages that are tested, and the toolchain they take. */
export interface GuidePrograms {
  language: string
  /** The guide's program without an SDK, those with each SDK, the recipe for CI, the check of the pages' examples. */
  tests: string[]
  /** How to get the toolchain, on Debian. */
  install: string
  isInstalled: () => boolean
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

const program = (name: string) => `packages/sandbox/test/programs/${name}.test.ts`
const recipe = (name: string) => `test/recipes/${name}.test.ts`
const toolchain = (name: string) => `packages/cli/test/toolchains/${name}.test.ts`

/** The programs of the guide, by what they take. */
export const programs: GuidePrograms[] = [
  {
    language: 'Node',
    tests: [program('sdk-node'), recipe('node')],
    install: 'npm ci',
    isInstalled: () => true,
  },
  {
    language: 'Java without Maven',
    tests: [program('java')],
    install: 'apt-get install default-jdk-headless',
    isInstalled: () => succeeds('java', '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--version'),
  },
  {
    language: 'Java',
    tests: [program('sdk-java'), recipe('java'), toolchain('java')],
    install: 'apt-get install maven',
    isInstalled: () => succeeds('mvn', '--version'),
  },
  {
    language: 'Go',
    tests: [program('go'), program('sdk-go'), recipe('go'), toolchain('go')],
    install: 'apt-get install golang',
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python without packages',
    tests: [program('python')],
    install: 'apt-get install python3-cryptography',
    isInstalled: () => succeeds('python3', '-c', 'import cryptography'),
  },
  {
    language: 'Python',
    tests: [program('sdk-python'), recipe('python'), toolchain('python')],
    install: 'apt-get install python3-venv',
    isInstalled: () => succeeds('python3', '-c', 'import venv, ensurepip'),
  },
  {
    language: 'PHP',
    tests: [program('php')],
    install: 'apt-get install php-cli',
    isInstalled: () => succeeds('php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);'),
  },
  {
    language: 'PHP (wechatpay-php, easywechat)',
    tests: [program('sdk-php')],
    install: 'apt-get install php-cli composer; in the folder that PHP_SDKS names: composer require wechatpay/wechatpay w7corp/easywechat',
    isInstalled: () => existsSync(`${process.env.PHP_SDKS}/vendor/autoload.php`) && succeeds('php', '--version'),
  },
  {
    language: 'PHP with Composer',
    tests: [recipe('php')],
    install: 'apt-get install composer php-curl',
    isInstalled: () => succeeds('composer', '--version') && succeeds('php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'),
  },
]
