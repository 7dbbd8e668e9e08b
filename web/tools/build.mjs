#!/usr/bin/env node
/**
 * Builds web/dist. `--help` says more.
 */
import { build } from 'esbuild';
import { minify } from 'terser';
import { constants, brotliCompressSync } from 'node:zlib';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const usage = `Usage: node tools/build.mjs [--js-only]

Builds the npm package's web/dist: the loader longread.js, view.js and behaviours.js (each with its
stylesheet inside), rail.js for pages with rails,
define.js for bundles, types, schemas; and copies the modules (core, slots, formats, markdown) from build/wasm.
  --js-only   leaves the modules out
`;

/** The stylesheet becomes a string, without the space that only people need. @type {import('esbuild').Plugin} */
const css_as_text = {
    name: 'css-as-text',
    setup({ onLoad, esbuild }) {
        onLoad({ filter: /\.css$/ }, async ({ path }) => {
            const source = await readFile(path, 'utf8');
            const { code } = await esbuild.transform(source, { loader: 'css', minify: true, target: 'es2022' });
            return { contents: code.trim(), loader: 'text', watchFiles: [path] };
        });
    },
};

/** esbuild puts files together, terser makes them smaller: 3 % of what readers fetch. @type {import('esbuild').Plugin} */
const smaller = {
    name: 'smaller',
    setup({ onEnd }) {
        onEnd(async ({ outputFiles = [] }) => {
            for (const { path, text } of outputFiles) {
                const { code = '' } = await minify(text, { module: true, ecma: 2020, compress: { passes: 3 } });
                await writeFile(path, code);
            }
        });
    },
};

/**
 * @param {string} dist
 * @param {Record<string, string>} entries
 * @param {'esm' | 'iife'} format
 * @param {boolean} [whole] whether what they import is put into them
 */
function bundle(dist, entries, format, whole = true) {
    return build({
        entryPoints: Object.entries(entries).map(([out, source]) => ({ out, in: join(web, 'src', source) })),
        outdir: dist,
        bundle: whole,
        minify: true,
        format,
        target: 'es2022',
        charset: 'utf8',
        legalComments: 'none',
        // The checker's options would add "use strict", which modules and classes are by themselves.
        tsconfigRaw: {},
        logLevel: 'warning',
        write: false,
        plugins: whole ? [css_as_text, smaller] : [smaller],
    });
}

/**
 * @param {string} dist
 * @param {string} name
 */
async function copyModule(dist, name) {
    const built = join(web, '..', 'build', 'wasm', name);
    if (!existsSync(built)) throw new Error(`${relative(process.cwd(), built)} is not there: run scripts/build wasm first`);
    await cp(built, join(dist, name));
}

/**
 * @param {{dist?: string, modules?: boolean}} [options]
 * @returns {Promise<string>} the folder
 */
export async function buildPackage({ dist = join(web, 'dist'), modules = true } = {}) {
    await mkdir(dist, { recursive: true });
    await Promise.all([
        // One script for both kinds of tag: nothing in it may be the syntax of modules.
        bundle(dist, { longread: 'longread.js' }, 'iife'),
        bundle(dist, { view: 'view/view.js', behaviours: 'behaviours/behaviours.js', rail: 'rail/rail.js' }, 'esm'),
        bundle(dist, { define: 'define.js' }, 'esm', false),
        cp(join(web, 'src', 'longread.d.ts'), join(dist, 'longread.d.ts')),
    ]);
    if (existsSync(join(web, 'schema'))) {
        await rm(join(dist, 'schema'), { recursive: true, force: true });
        await cp(join(web, 'schema'), join(dist, 'schema'), { recursive: true });
    }
    if (modules) for (const name of ['core.wasm', 'slots.wasm', 'formats.wasm', 'markdown.wasm']) await copyModule(dist, name);
    return dist;
}

/** @param {string} dist */
async function printSizes(dist) {
    for (const name of (await readdir(dist)).filter((file) => /\.(js|wasm)$/.test(file))) {
        const bytes = await readFile(join(dist, name));
        const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
        console.log(`${name.padEnd(16)}${String(bytes.length).padStart(8)}${String(small.length).padStart(8)} brotli`);
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const unknown = process.argv.slice(2).filter((word) => word !== '--js-only');
    if (unknown.length) {
        process.stdout.write(usage);
        process.exit(unknown[0] === '--help' ? 0 : 2);
    }
    try {
        await printSizes(await buildPackage({ modules: !process.argv.includes('--js-only') }));
    } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
    }
}
