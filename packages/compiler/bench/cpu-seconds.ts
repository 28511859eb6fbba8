/** CPU time of this process in seconds; unlike wall-clock time, it does not depend on the load of the machine. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
