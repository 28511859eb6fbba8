import { createInstance, prelude } from '#php-platform'
import { overwrite } from './overwrite.ts'
import { type Files, provideFiles } from './stand-ins.ts'
import { startupFlag } from './startup-flag.ts'

/** Connects a run with the host. */
export interface PhpConnections extends Files {
  /** Called when PHP and the prelude are ready, before the first line of the code. */
  starts?: () => void
  /** Sends a request of the prelude; takes and returns JSON. Must not throw: an exception breaks the PHP instance. */
  send: (call: string) => string
  /** Encrypts, decrypts, signs or verifies; takes and resolves to JSON. Must not reject. */
  crypto: (call: string) => Promise<string>
  /** Called when the code calls `Builder::factory`. */
  built: () => void
  /** The keys that examples can use, as JSON. */
  keys: () => string
  stdout: (byte: number) => void
  stderr: (byte: number) => void
}

/** A running instance of PHP 8.4. */
export interface Php {
  /**
   * Runs code from a clean state, including its shutdown functions. Returns how it ended; do not use the instance again
   * after a fatal error.
   *
   * @throws if the instance itself broke
   */
  run: (code: string, connections: PhpConnections) => Promise<'done' | 'failed' | 'fatal'>
  /** Whether to replace the instance: up to 4 MB of each run are never freed. */
  isWorn: () => boolean
}

/** File name of the code in messages and `__FILE__`. */
const scriptName = '/example.php'

const folder = '/wxpay-live'

/** Maximum memory of an idle instance in bytes; a new one has 134 MB. */
const maxMemory = 512 * 1024 * 1024

/** Starts PHP from its compiled module and copies the prelude into its file system. */
export async function bootPhp(wasm: WebAssembly.Module): Promise<Php> {
  let connections: PhpConnections | undefined
  const onRefresh = new Set<() => void>()
  let startup = 0
  const php = await createInstance({
    shared: {
      host: {
        send: (call: string) => connections?.send(call),
        crypto: (call: string) => connections?.crypto(call),
        built: () => connections?.built(),
        keys: () => connections?.keys(),
      },
    },
    onRefresh,
    stdin: () => null,
    stdout: byte => connections?.stdout(byte),
    stderr: byte => connections?.stderr(byte),
    instantiateWasm(imports, receive) {
      void WebAssembly.instantiate(wasm, imports).then((instance) => {
        startup = startupFlag(instance.exports)
        receive(instance, wasm)
      })
      return {}
    },
  })
  // memory_limit works only with PHP's own allocator.
  overwrite(php.HEAPU8, 'USE_ZEND_ALLOC=0', 'USE_ZEND_ALLOC=1')
  overwrite(php.HEAPU8, 'php-wasm run script', scriptName)
  for (const [path, source] of Object.entries(prelude)) {
    const file = path.replace('../prelude', folder)
    php.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')))
    php.FS.writeFile(file, source)
  }
  // Programs require Composer's autoloader, although the prelude loads all classes.
  php.FS.mkdirTree('/vendor')
  php.FS.writeFile('/vendor/autoload.php', '')
  await php.ccall('pib_storage_init', 'number', [], [], { async: true })
  php.FS.writeFile('/php.ini', 'display_errors = 1\nhtml_errors = 0\nerror_reporting = E_ALL\n')
  await php.ccall('pib_init', 'number', ['string'], ['embed'], { async: true })

  const evaluate = (code: string) => php.ccall('pib_run', 'number', ['string'], [code], { async: true })

  return {
    isWorn: () => php.HEAPU8.length > maxMemory,
    async run(code, io) {
      connections = io
      await evaluate(`require '${folder}/autoload.php';`)
      php.HEAPU8[startup] = 0
      const removeFiles = provideFiles(php.FS, io)
      io.starts?.()
      const status = await evaluate(/^\s*<\?/.test(code) ? `?>${code}` : code)
      onRefresh.forEach(callback => callback())
      await php.ccall('pib_refresh', 'number', [], [], { async: true })
      removeFiles()
      connections = undefined
      if (status === 0) return 'done'
      return status === 1 ? 'fatal' : 'failed'
    },
  }
}
