/* SPDX-License-Identifier: MIT */
#include "cli/cc.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The next word of a rule, with its escaped spaces; "" at the end. */
static void take_word(FILE *rule, char *word, size_t word_bytes)
{
    size_t length = 0;
    int c;

    do {
        c = fgetc(rule);
        if (c == '\\') {
            int escaped = fgetc(rule);

            if (escaped == '\n') {
                c = ' '; /* the line goes on */
            } else {
                (void)ungetc(escaped, rule);
            }
        }
    } while (c == ' ' || c == '\n');
    while (c != EOF && c != ' ' && c != '\n' && length + 2 < word_bytes) {
        word[length++] = (char)c;
        if (c == '\\') {
            word[length++] = (char)fgetc(rule);
        }
        c = fgetc(rule);
    }
    word[length] = '\0';
}

/* object.o -> object.d, as the compiler names it */
static FILE *open_rule(const char *object)
{
    char path[PATH_MAX];

    (void)snprintf(path, sizeof(path), "%s", object);
    path[strlen(path) - 1] = 'd';
    return fopen(path, "r");
}

bool cc_depfile_write(const struct cc *cc, const struct cc_words *objects)
{
    FILE *out = fopen(cc->depfile, "w");

    if (out == NULL) {
        (void)fprintf(stderr, "dxghost: %s cannot be written: %s\n", cc->depfile, strerror(errno));
        return false;
    }
    (void)fprintf(out, "%s:", cc->output);
    for (size_t i = 0; i < objects->count; i++) {
        FILE *rule = open_rule(objects->word[i]);
        char word[PATH_MAX];

        if (rule == NULL) {
            continue;
        }
        take_word(rule, word, sizeof(word)); /* the object itself */
        for (take_word(rule, word, sizeof(word)); word[0] != '\0';
             take_word(rule, word, sizeof(word))) {
            if (strncmp(word, cc->work, strlen(cc->work)) != 0) {
                (void)fprintf(out, " \\\n  %s", word);
            }
        }
        (void)fclose(rule);
    }
    (void)fputc('\n', out);
    return fclose(out) == 0;
}
