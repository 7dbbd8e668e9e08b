/** What the loader needs to know of its tag; define.js says it where there is none. */
declare var longreadTag: { src: string; dataset: DOMStringMap } | undefined;
