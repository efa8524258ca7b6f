/* SPDX-License-Identifier: MIT */
#include "verify/demangle.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct output {
    char text[256];
    size_t used;
    const char *last; /* the last part of the name, for constructors */
    size_t last_length;
};

static bool put(struct output *output, const char *text, size_t length)
{
    if (output->used + length >= sizeof(output->text)) {
        return false;
    }
    memcpy(output->text + output->used, text, length);
    output->used += length;
    output->text[output->used] = '\0';
    return true;
}

/* <length><characters>. Returns: what follows, NULL when it is something else. */
static const char *take_name(struct output *output, const char *at)
{
    size_t length = 0;

    if (!isdigit((unsigned char)*at) || *at == '0') {
        return NULL;
    }
    while (isdigit((unsigned char)*at) && length < sizeof(output->text)) {
        length = length * 10 + (size_t)(*at++ - '0');
    }
    if (strlen(at) < length) {
        return NULL;
    }
    if (length > 8 && strncmp(at, "_GLOBAL_", 8) == 0) {
        output->last = "{anonymous}"; /* a namespace without a name has one for the compiler */
        output->last_length = strlen(output->last);
    } else {
        output->last = at;
        output->last_length = length;
    }
    return put(output, output->last, output->last_length) ? at + length : NULL;
}

static const char *take_special(struct output *output, const char *at)
{
    static const struct {
        const char *code;
        const char *name;
    } operators[] = {
        { "nw", "operator new" },
        { "na", "operator new[]" },
        { "dl", "operator delete" },
        { "da", "operator delete[]" },
    };

    if ((at[0] == 'C' || at[0] == 'D') && isdigit((unsigned char)at[1]) && output->last != NULL) {
        return (at[0] == 'C' || put(output, "~", 1)) &&
                       put(output, output->last, output->last_length)
                   ? at + 2
                   : NULL;
    }
    for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
        if (strncmp(at, operators[i].code, 2) == 0) {
            return put(output, operators[i].name, strlen(operators[i].name)) ? at + 2 : NULL;
        }
    }
    return NULL;
}

static const char *take_part(struct output *output, const char *at)
{
    const char *after;

    at += *at == 'L'; /* internal linkage */
    after = take_name(output, at);
    return after != NULL ? after : take_special(output, at);
}

static bool demangle(const char *at, struct output *output)
{
    if (*at != 'N') {
        return take_part(output, at) != NULL;
    }
    at++;
    at += strspn(at, "rVK"); /* qualifiers of `this` */
    for (bool first = true; *at != 'E'; first = false) {
        if (!first && !put(output, "::", 2)) {
            return false;
        }
        at = take_part(output, at);
        if (at == NULL) {
            return false;
        }
    }
    return output->used > 0;
}

void verify_demangle(const char *mangled, char *text, size_t text_bytes)
{
    struct output output = { .used = 0 };
    bool good = strncmp(mangled, "_Z", 2) == 0 && demangle(mangled + 2, &output);

    (void)snprintf(text, text_bytes, "%s", good ? output.text : mangled);
}
