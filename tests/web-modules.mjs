// The npm packages that tests use stand in web/node_modules, which Node does not look into from here:
//
//     const { chromium } = requireWeb('playwright-core');
//     const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
//     const { marked } = await importWeb('marked');
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export const requireWeb = createRequire(new URL('../web/package.json', import.meta.url));

/** @param {string} name */
export const importWeb = (name) => import(pathToFileURL(requireWeb.resolve(name)).href);
