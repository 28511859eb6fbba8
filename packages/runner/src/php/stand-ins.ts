const writing = 0o103
const folder = 0o200000

/**
 * Creates missing files when PHP opens them, and missing folders of files that it writes.
 *
 * @param contentOf returns the content of a missing file, or undefined if it should not exist
 * @returns a function that removes the created files and folders
 */
export function provideFiles(fs: PhpFileSystem, contentOf: (path: string) => string | undefined): () => void {
  const { open } = fs
  const made = new Set<string>()

  function make(path: string, flags: number): void {
    const content = flags & writing ? '' : contentOf(path)
    if (content === undefined) return
    fs.mkdirTree(path.slice(0, path.lastIndexOf('/')) || '/')
    fs.writeFile(path, content)
    made.add(path)
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
    for (const path of made) if (fs.analyzePath(path).exists) fs.unlink(path)
  }
}
