import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireWeb } from '../web-modules.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const modules = join(dirname(requireWeb.resolve('esbuild/package.json')), '..');
const out = join(root, 'build/bench');
const command = process.env.LONGREAD_CLI ?? join(root, 'build/native/longread');

const esbuild = requireWeb('esbuild');

/** A stylesheet that is imported is its minified text. */
const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await minifiedCss(path)).trim(),
      loader: 'text',
    }));
  },
};

async function minifiedCss(path) {
  return (await esbuild.transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target: 'es2022' })).code;
}

async function bundle(input) {
  const result = await esbuild.build({
    ...input, bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none', write: false,
    outdir: out, nodePaths: [modules], plugins: [cssAsText],
  });
  return result.outputFiles[0].text;
}

/** @param {string} path @returns {Promise<string>} the module with all that it imports */
export const bundleFile = (path) => bundle({ entryPoints: [path] });

/** @param {string} name of a file of contestants/ @returns {Promise<string>} a module that exports `render` */
export const bundleRender = (name) => bundleFile(join(here, 'contestants', `${name}.js`));

/** @param {string} name @returns {Promise<string>} a script that defines the element with it */
export function bundleElement(name) {
  const contents = `import { render } from './${name}.js'; import { define } from './host.js'; define(render);`;
  return bundle({ stdin: { contents, resolveDir: join(here, 'contestants'), sourcefile: 'page.js' } });
}

/** @param {string} dist @returns {Record<string, Buffer>} the production files of ours, by path on the server */
export function ourFiles(dist) {
  const names = readdirSync(dist).filter((name) => /\.(js|wasm|css)$/.test(name));
  return Object.fromEntries(names.map((name) => [`/${name}`, readFileSync(join(dist, name))]));
}

export const stylesheet = () => minifiedCss(join(root, 'web/src/longread.css'));

/**
 * @param {string} json the article document
 * @param {string[]} options of `longread render`
 * @returns {string} its HTML, as the command prints it
 */
export function prerender(json, options) {
  mkdirSync(out, { recursive: true });
  const file = join(out, 'article.json');
  writeFileSync(file, json);
  return execFileSync(command, ['render', file, ...options], {
    encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'],
  });
}
