import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()

const output = async (code: string) => (await run(code)).output

describe('a missing file', () => {
  it.each([
    ['file_get_contents', `echo file_get_contents('/path/to/a.txt');`],
    ['a URL', `echo file_get_contents('file:///path/to/a.txt');`],
    ['fopen', `echo stream_get_contents(fopen('/path/to/a.txt', 'rb'));`],
    ['SplFileObject', `echo (new SplFileObject('/path/to/a.txt'))->fgets();`],
    ['a second time', `file_get_contents('/path/to/a.txt'); echo file_get_contents('/path/to/a.txt');`],
  ])('is created when it is opened: %s', async (_, code) => {
    expect(await output(code)).toBe('instead of /path/to/a.txt')
  })

  it('has a digest', async () => {
    expect(await output(`var_dump(hash_file('sha256', '/path/to/a.txt') === hash('sha256', 'instead of /path/to/a.txt'));`)).toBe('bool(true)\n')
  })

  it('does not exist if no stand-in is defined', async () => {
    expect(await output(`\nfile_get_contents('/other/a.txt');`))
      .toBe('\nWarning: file_get_contents(/other/a.txt): Failed to open stream: No such file or directory in /example.php on line 2\n')
  })

  it('can be written in any folder', async () => {
    expect(await output(`file_put_contents('/a/b/c.csv', '1'); file_put_contents('/path/to/a.txt', 'mine'); echo file_get_contents('/a/b/c.csv'), file_get_contents('/path/to/a.txt');`)).toBe('1mine')
  })

  it('is reported with its content if PHP wrote it', async () => {
    const { notes } = await run(`file_put_contents('download', '交易时间'); file_get_contents('/path/to/a.txt');`)
    expect(notes).toEqual(['wrote /download: 交易时间'])
  })

  it('is removed after the run', async () => {
    await run(`file_put_contents('download', '1'); file_put_contents('/a/b/c.csv', '1'); file_get_contents('/path/to/a.txt');`)
    await run(`file_put_contents('download', '1'); throw new Exception;`)
    expect(await output(`echo json_encode(array_map(file_exists(...), ['download', '/a/b/c.csv', '/path/to/a.txt']));`)).toBe('[false,false,false]')
  })
})
