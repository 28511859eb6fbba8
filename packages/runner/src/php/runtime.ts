import { createInstance, prelude } from '#php-platform'
import { overwrite } from './overwrite.ts'
import { provideFiles } from './stand-ins.ts'
import { startupFlag } from './startup-flag.ts'

/** What one run is connected to. */
export interface PhpConnections {
  /** Takes a call of the prelude to the client, as JSON, and brings its answer. Must not throw: PHP would not survive it. */
  send: (call: string) => string
  /** Encrypts, decrypts, signs or verifies, as JSON. Must not reject either. */
  crypto: (call: string) => Promise<string>
  /** Called where the code makes an instance of its own. */
  built: () => void
  /** The keys every example finds, as JSON. */
  keys: () => string
  /** What a file of the reader's disk holds; undefined where there is none. */
  readFile: (path: string) => string | undefined
  stdout: (byte: number) => void
  stderr: (byte: number) => void
}

/** PHP 8.4, started. */
export interface Php {
  /**
   * Runs code from a clean state, to the end of its shutdown functions. Tells whether it ended well; after
   * a fatal error the instance must not be used again.
   *
   * @throws where the instance itself broke
   */
  run: (code: string, connections: PhpConnections) => Promise<'done' | 'failed' | 'fatal'>
  /** Whether another instance should take its place: of what a run allocates, 4 MB cannot be given back. */
  isWorn: () => boolean
}

/** What PHP calls the code of a run, in its messages and in `__FILE__`. */
const scriptName = '/example.php'

const folder = '/wxpay-live'

/** Bytes an instance may hold between two runs; 134 MB of them from the start. */
const maxMemory = 512 * 1024 * 1024

/** Starts PHP from its compiled module and puts the prelude into its file system. */
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
  // Without its own allocator PHP knows no memory_limit.
  overwrite(php.HEAPU8, 'USE_ZEND_ALLOC=0', 'USE_ZEND_ALLOC=1')
  overwrite(php.HEAPU8, 'php-wasm run script', scriptName)
  for (const [path, source] of Object.entries(prelude)) {
    const file = path.replace('../prelude', folder)
    php.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')))
    php.FS.writeFile(file, source)
  }
  // A program begins with it; here every class is known already.
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
      const removeFiles = provideFiles(php.FS, io.readFile)
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
