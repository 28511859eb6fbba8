const writing = 0o103
const folder = 0o200000

/** The files of PHP's reader. */
export interface Files {
  /** Returns the content of a missing file, or undefined if it should not exist. */
  readFile: (path: string) => string | undefined
  /** Called at the end with each new file that PHP wrote. */
  wroteFile?: (path: string, content: Uint8Array) => void
}

/**
 * Creates missing files when PHP opens them, and missing folders of files that it writes.
 *
 * @returns a function that reports what PHP wrote and removes the created files and folders
 */
export function provideFiles(fs: PhpFileSystem, { readFile, wroteFile }: Files): () => void {
  const { open } = fs
  const made = new Map<string, { written: boolean }>()

  function make(path: string, flags: number): void {
    const written = (flags & writing) !== 0
    const content = written ? '' : readFile(path)
    if (content === undefined) return
    fs.mkdirTree(path.slice(0, path.lastIndexOf('/')) || '/')
    fs.writeFile(path, content)
    made.set(path, { written })
  }

  function openOrMake(path: string, flags: number, mode?: number): unknown {
    // Writing a file opens it too.
    fs.open = open
    if (typeof path === 'string' && !(flags & folder) && !fs.analyzePath(path).exists) make(path, flags)
    fs.open = openOrMake
    return open(path, flags, mode)
  }

  fs.open = openOrMake
  return () => {
    fs.open = open
    for (const [path, { written }] of made) {
      if (!fs.analyzePath(path).exists) continue
      if (written) wroteFile?.(path, fs.readFile(path))
      fs.unlink(path)
    }
  }
}
