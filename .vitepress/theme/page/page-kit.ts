// What the modules of pages import; they are written one by one and not bundled with the site.
export { addMenu } from './add-menu.ts'
export { createPage } from './create-page.ts'
