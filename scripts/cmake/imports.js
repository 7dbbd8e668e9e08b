// Tells Emscripten's linker which functions come from the page. The modules import them by hand
// (import_module("longread")), so the bodies here are never used.
mergeInto(LibraryManager.library, {
    parse_html: function () {},
    parse_markdown: function () {},
});
