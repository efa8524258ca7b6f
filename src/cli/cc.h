/* SPDX-License-Identifier: MIT */
/*
 * `dxghost cc`: compile a miniport's sources into an image that dxghost loads.
 *
 * Windows mode (clang) takes source written for Windows as it is: LLP64, 16-bit wchar_t, the
 * Microsoft convention. Native mode (gcc) is for drivers that keep NTAPI on their callbacks. The
 * flags are those of cmake/DxghostDriver.cmake.
 */
#ifndef CLI_CC_H
#define CLI_CC_H

#include <stdbool.h>
#include <stddef.h>

enum cc_mode { CC_WINDOWS, CC_NATIVE };
enum cc_sanitizer { CC_PLAIN, CC_ASAN, CC_TSAN };

#define CC_WORDS_MAX 512u

/* The words a compiler is given, NULL-terminated. */
struct cc_words {
    const char *word[CC_WORDS_MAX];
    size_t count;
};

/* Trace functions of the WPP preprocessor, as macros for the .tmh headers. */
struct cc_wpp {
    bool inside; /* between begin_wpp config and end_wpp */
    char *text;  /* NULL for none; freed by cc_command */
};

struct cc {
    enum cc_mode mode;
    enum cc_sanitizer sanitizer;
    bool verbose;
    const char *output;
    const char *depfile; /* --depfile: what the image was made of, for make; NULL for none */
    struct cc_words sources;
    struct cc_words includes; /* directories of -I, in order */
    struct cc_words passed;   /* -D, -O, -W, -f, -g, -std: to the compiler as they are */
    struct cc_wpp wpp;
    char root[4096]; /* where include/wdk and glue/ are */
    char work[4096]; /* temporary folder: objects and repaired includes */
};

void cc_words_add(struct cc_words *words, const char *word);

/** cc_command - `dxghost cc` with the words after it. Returns: the exit code. */
int cc_command(int count, char **words);

/**
 * cc_includes_repair - make includes work that Windows would find
 *
 * Looks through the sources and the headers beside them for includes that name a file in another
 * case, with backslashes, or a WPP trace header (.tmh) that only Windows' build makes, and puts a
 * forwarding header under that very name into <work>/include.
 * Returns: false when the folder cannot be written.
 */
bool cc_includes_repair(struct cc *cc);

/**
 * cc_depfile_write - write the make rule of the image from those the compiler wrote
 * @objects: whose rules lie beside them, as <object>.d
 * Files of the work folder are left out: they are gone when the rule is read.
 */
bool cc_depfile_write(const struct cc *cc, const struct cc_words *objects);

/** cc_wpp_scan_line - a line of a source: trace functions configured there are added */
void cc_wpp_scan_line(struct cc_wpp *wpp, const char *line);
/**
 * cc_wpp_add - add a trace function
 * @text: "Name{FIXED=value}(PARAMETER, MSG, ...)" and anything after it
 * Returns: false when that is no such text.
 */
bool cc_wpp_add(struct cc_wpp *wpp, const char *text);

/**
 * cc_imports_check - what the finished image asks of the kernel and dxghost does not have
 * Prints each missing name with the header that declares it.
 * Returns: how many are missing; a negative number when the image cannot be read.
 */
int cc_imports_check(const struct cc *cc);

#endif /* CLI_CC_H */
