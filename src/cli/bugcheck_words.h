/* SPDX-License-Identifier: MIT */
/* Bug checks of the graphics kernel in words: what each means and what its four parameters are. */
#ifndef CLI_BUGCHECK_WORDS_H
#define CLI_BUGCHECK_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BUGCHECK_ANY_FIRST UINT64_MAX

struct bugcheck_words {
    uint32_t code;
    uint64_t first; /* the first parameter these words are for; BUGCHECK_ANY_FIRST: any */
    const char *meaning;
    const char *parameters[4];
    const char *advice; /* what the driver's author can do */
};

/**
 * bugcheck_words_find - the words for a code and its first parameter
 * Returns: NULL when there are none for this code.
 */
const struct bugcheck_words *bugcheck_words_find(uint32_t code, uint64_t first);

/** bugcheck_words_at - all of a code in turn, from index 0; NULL after the last */
const struct bugcheck_words *bugcheck_words_at(uint32_t code, size_t index);

#endif /* CLI_BUGCHECK_WORDS_H */
