/** Calls a function when the browser has nothing else to do. Safari has no such event, there it is called soon. */
export function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(call)
  else setTimeout(call, 200)
}
