/** Lower-case names of the headers that a client sets itself: a `.http` file needs them, a snippet does not. */
export const standardHeaders = ['accept', 'authorization', 'content-type', 'host', 'user-agent']
