/* Included before cmark's own sources. They print one message before they abort, for a buffer beyond 1 GB,
   and that would bring printf along: 2.2 KB (brotli) of the Markdown module. They can replace quotation
   marks, which nobody asks for. */
#pragma once

#include <stdio.h>

#define fprintf(...) ((void)0)

#include <cmark.h>

#undef CMARK_OPT_SMART
#define CMARK_OPT_SMART 0
