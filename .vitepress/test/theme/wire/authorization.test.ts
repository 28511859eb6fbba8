import { describe, expect, it } from 'vitest'
import { localTime, splitAuthorization } from '../../../theme/wire/authorization.ts'

describe('splitAuthorization', () => {
  it('splits the header of the official documentation in order', () => {
    const header = 'WECHATPAY2-SHA256-RSA2048 mchid="1900009191",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",'
      + 'signature="uOVRnA4qG/MNnYzdQxJanN+zU+lTgIcnU9BxGw5dKjK+VdEUz2FeIoC+D5sB/LN+nGzX3hfZg6r5wT1pl2ZobmIc6p0ldN7J6yDgUzbX8Uk3sD4a4eZVPTBvqNDoUqcYMlZ9uuDdCvNv4TM3c1WzsXUrExwVkI1XO5jCNbgDJ25nkT/c1gIFvqoogl7MdSFGc4W4xZsqCItnqbypR3RuGIlR9h9vlRsy7zJR9PBI83X8alLDIfR1ukt1P7tMnmogZ0cuDY8cZsd8ZlCgLadmvej58SLsIkVxFJ8XyUgx9FmutKSYTmYtWBZ0+tNvfGmbXU7cob8H/4nLBiCwIUFluw==",'
      + 'timestamp="1554208460",serial_no="1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C"'
    const { scheme, parameters } = splitAuthorization(header)
    expect(scheme).toBe('WECHATPAY2-SHA256-RSA2048')
    expect(parameters.map(({ name }) => name)).toEqual(['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'])
    expect(parameters[2]!.value).toMatch(/^uOVRnA4qG.*luw==$/)
    expect(parameters[3]!.value).toBe('1554208460')
  })

  it.each([
    ['', { scheme: '', parameters: [] }],
    ['Bearer abc', { scheme: 'Bearer', parameters: [] }],
    ['X mchid="1", serial_no=2,nonce_str="', { scheme: 'X', parameters: [{ name: 'mchid', value: '1' }] }],
  ])('returns the valid parts of %j', (header, expected) => {
    expect(splitAuthorization(header)).toEqual(expected)
  })
})

describe('localTime', () => {
  it('formats a timestamp in a time zone', () => {
    expect(localTime('1554208460', 'Asia/Shanghai')).toMatch(/2019\D4\D2 .*20:34:20/)
    expect(localTime('1554208460', 'UTC')).toMatch(/12:34:20/)
  })

  it.each(['', 'now', '-1', '9999999999999'])('returns an empty string for %j', (text) => {
    expect(localTime(text)).toBe('')
  })
})
