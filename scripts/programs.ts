import { spawnSync } from 'node:child_process'

/** A program in another language that is tested, and the toolchain it takes. */
export interface GuideProgram {
  language: string
  test: string
  /** Debian packages of the toolchain. */
  packages: string[]
  isInstalled: () => boolean
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/** The programs of the guide, and those of SDKs that know nothing of the sandbox. */
export const programs: GuideProgram[] = [
  {
    language: 'PHP',
    test: 'packages/sandbox/test/programs/php.test.ts',
    packages: ['php-cli'],
    isInstalled: () => succeeds('php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);'),
  },
  {
    language: 'Java',
    test: 'packages/sandbox/test/programs/java.test.ts',
    packages: ['default-jdk-headless'],
    isInstalled: () => succeeds('java', '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--version'),
  },
  {
    language: 'Go',
    test: 'packages/sandbox/test/programs/go.test.ts',
    packages: ['golang'],
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python',
    test: 'packages/sandbox/test/programs/python.test.ts',
    packages: ['python3-cryptography'],
    isInstalled: () => succeeds('python3', '-c', 'import cryptography'),
  },
  {
    language: 'Java (wechatpay-java)',
    test: 'packages/sandbox/test/programs/intercepted-java.test.ts',
    packages: ['maven'],
    isInstalled: () => succeeds('mvn', '--version'),
  },
  {
    language: 'Go (wechatpay-go, gopay)',
    test: 'packages/sandbox/test/programs/intercepted-go.test.ts',
    packages: ['golang'],
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python (wechatpayv3)',
    test: 'packages/sandbox/test/programs/intercepted-python.test.ts',
    packages: ['python3-venv'],
    isInstalled: () => succeeds('python3', '-c', 'import venv, ensurepip'),
  },
  {
    language: 'Node (recipe for CI)',
    test: 'test/recipes/node.test.ts',
    packages: [],
    isInstalled: () => true,
  },
  {
    language: 'Java (recipe for CI)',
    test: 'test/recipes/java.test.ts',
    packages: ['maven'],
    isInstalled: () => succeeds('mvn', '--version'),
  },
  {
    language: 'Go (recipe for CI)',
    test: 'test/recipes/go.test.ts',
    packages: ['golang'],
    isInstalled: () => succeeds('go', 'version'),
  },
  {
    language: 'Python (recipe for CI)',
    test: 'test/recipes/python.test.ts',
    packages: ['python3-venv'],
    isInstalled: () => succeeds('python3', '-c', 'import venv, ensurepip'),
  },
  {
    language: 'PHP (recipe for CI)',
    test: 'test/recipes/php.test.ts',
    packages: ['composer', 'php-curl'],
    isInstalled: () => succeeds('composer', '--version') && succeeds('php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'),
  },
]
