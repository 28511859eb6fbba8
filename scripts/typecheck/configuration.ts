import ts from 'typescript'

/** An environment that programs are checked for; each has a `tsconfig`. */
export type Environment = 'browser' | 'node' | 'test'

/** Reads the configuration of an environment, from this folder. */
export function configuration(environment: Environment): ts.ParsedCommandLine {
  const name = `tsconfig.${environment}.json`
  const { config } = ts.readConfigFile(name, ts.sys.readFile)
  const vue = [{ extension: 'vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }]
  return ts.parseJsonConfigFileContent(config, ts.sys, process.cwd(), undefined, name, undefined, vue)
}
