/* Included before cmark's own sources in the wasm build. cmark uses stdio for two things: a message before it aborts,
   and numbers in `<ol start="%d">` and source positions. This is all of printf that they need, and saves 4.6 KB
   (brotli) of the C library's. */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

static inline int format_numbers(char *out, size_t size, const char *format, ...) {
    va_list arguments;
    size_t used = 0;
    va_start(arguments, format);
    for (; *format; ++format) {
        if (format[0] != '%' || format[1] != 'd') {
            if (used + 1 < size) out[used] = *format;
            ++used;
            continue;
        }
        ++format;
        char digits[12];
        size_t count = 0;
        const int number = va_arg(arguments, int);
        unsigned rest = number < 0 ? 0U - (unsigned)number : (unsigned)number;
        do {
            digits[count++] = (char)('0' + rest % 10);
            rest /= 10;
        } while (rest);
        if (number < 0) digits[count++] = '-';
        while (count) {
            --count;
            if (used + 1 < size) out[used] = digits[count];
            ++used;
        }
    }
    va_end(arguments);
    if (size) out[used < size ? used : size - 1] = '\0';
    return (int)used;
}

#define snprintf format_numbers
#define fprintf(...) ((void)0)
