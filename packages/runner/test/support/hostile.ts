const refuse = () => { throw new Error('trap') }

/** Values whose getters or traps throw, by what throws. */
export const hostileValues: [what: string, value: unknown][] = [
  ['a getter', { get name() { return refuse() } }],
  ['an error whose message is a getter', Object.defineProperty(new Error('x'), 'message', { get: refuse })],
  ['an error whose name is a getter', Object.defineProperty(new Error('x'), 'name', { get: refuse })],
  ['an error whose stack is a getter', Object.defineProperty(new Error('x'), 'stack', { get: refuse })],
  ['an error with an own getter', Object.defineProperty(new Error('x'), 'own', { get: refuse, enumerable: true })],
  ['a proxy', new Proxy({}, { get: refuse, ownKeys: refuse, has: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse })],
  ['a proxy of an error', new Proxy(new Error('x'), { get: refuse })],
  ['a proxy of an array', new Proxy([1], { get: refuse })],
]
