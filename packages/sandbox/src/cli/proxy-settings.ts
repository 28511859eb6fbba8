import type { TrustFiles } from './trust-files.ts'

/**
 * Returns the environment variables by which programs send their requests through the proxy and trust it. Addresses of
 * this machine stay direct.
 *
 * @param env the environment that they are added to
 */
export function proxySettings(
  proxyUrl: string, { bundle, phpSettings, javaStore }: TrustFiles, env: NodeJS.ProcessEnv,
): Record<string, string> {
  const noProxy = [env.NO_PROXY ?? env.no_proxy, 'localhost,127.0.0.1,::1'].filter(Boolean).join(',')
  const { hostname, port } = new URL(proxyUrl)
  const java = [
    env.JAVA_TOOL_OPTIONS,
    `-Dhttps.proxyHost=${hostname}`, `-Dhttps.proxyPort=${port}`,
    `-Djavax.net.ssl.trustStore=${quote(javaStore ?? '')}`, '-Djavax.net.ssl.trustStorePassword=changeit',
  ]
  return {
    HTTPS_PROXY: proxyUrl,
    https_proxy: proxyUrl,
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    SSL_CERT_FILE: bundle,
    REQUESTS_CA_BUNDLE: bundle,
    CURL_CA_BUNDLE: bundle,
    NODE_EXTRA_CA_CERTS: bundle,
    NODE_USE_ENV_PROXY: '1',
    // An empty part keeps the folder that PHP was built with.
    PHP_INI_SCAN_DIR: `${env.PHP_INI_SCAN_DIR ?? ''}:${phpSettings}`,
    ...javaStore !== undefined && { JAVA_TOOL_OPTIONS: java.filter(Boolean).join(' ') },
  }
}

const quote = (path: string) => /\s/.test(path) ? `"${path}"` : path
