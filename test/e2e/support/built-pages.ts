import { globSync } from 'node:fs'

/** The folder of the built site. */
export const dist = '.vitepress/dist'

/** Every page of the built site: its file below `dist`, such as `guide/index.html`, in the order of their names. */
export const builtPages = globSync('**/*.html', { cwd: dist }).sort()

/** The URL path of a page's file. */
export const pathOf = (file: string) => `/${file.split('/').map(encodeURIComponent).join('/')}`
