import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** The result of a tool that ended. */
export interface ToolResult {
  code: number | null
  output: string
}

/** Whether a command exits with 0. */
export const succeeds = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

/** Runs a tool in a folder; returns its exit code and all its output, standard error first. */
export async function runTool(
  cwd: string, command: string, args: string[], env: NodeJS.ProcessEnv = {},
): Promise<ToolResult> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const [errors, printed] = await Promise.all([text(child.stderr), text(child.stdout), closed])
  return { code: child.exitCode, output: `${errors}${printed}` }
}

/**
 * Runs a tool that must succeed; returns its output.
 * @throws Error with the output if it fails
 */
export async function needTool(...[cwd, command, args, env]: Parameters<typeof runTool>): Promise<string> {
  const { code, output } = await runTool(cwd, command, args, env)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`)
  return output
}
