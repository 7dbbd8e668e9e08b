/** The build puts the minified stylesheet in the place of the import. */
declare module '*.css' {
    const css: string;
    export default css;
}
