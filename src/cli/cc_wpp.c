/* SPDX-License-Identifier: MIT */
/*
 * WPP trace functions: from their configuration to macros.
 *
 * A configuration line is `FUNC Name{FIXED=value,...}(PARAMETER,..., MSG, ...);`, where FUNC may be
 * left out and (MSG, ...) may have parentheses of its own, in comments between `begin_wpp config`
 * and `end_wpp`, or an argument of WPP's -func option. The names of the fixed and the real
 * parameters but MSG, in order, make up the names of the macros with which a driver customises the
 * function: WPP_<names>_PRE and _POST, WPP_RECORDER_<names>_FILTER.
 *
 * Source: "Can I customize DoTraceMessage?", "WPP preprocessor"
 */
#include "cli/cc.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WPP_NAMES_MAX 12u
#define WPP_NAME_BYTES 64u

struct wpp_function {
    char name[WPP_NAME_BYTES];
    char fixed[WPP_NAMES_MAX][WPP_NAME_BYTES];
    char value[WPP_NAMES_MAX][WPP_NAME_BYTES];
    char parameter[WPP_NAMES_MAX][WPP_NAME_BYTES];
    size_t fixed_count;
    size_t parameter_count; /* without MSG and the ellipsis */
    bool has_message;
    bool has_more;
    bool nested; /* called as Name(PARAMETER, (MSG, ...)) */
};

static const char *skip_spaces(const char *at)
{
    while (isspace((unsigned char)*at)) {
        at++;
    }
    return at;
}

/* Copies what comes before one of the stops, without the spaces around it. Returns: the stop. */
static const char *take(const char *at, const char *stops, char *word)
{
    size_t length;
    const char *end;

    at = skip_spaces(at);
    end = at + strcspn(at, stops);
    length = (size_t)(end - at);
    while (length > 0 && isspace((unsigned char)at[length - 1])) {
        length--;
    }
    (void)snprintf(word, WPP_NAME_BYTES, "%.*s", (int)length, at);
    return end;
}

static const char *parse_fixed(struct wpp_function *function, const char *at)
{
    while (*at != '}' && *at != '\0' && function->fixed_count < WPP_NAMES_MAX) {
        size_t i = function->fixed_count++;

        at = take(at, "=}", function->fixed[i]);
        if (*at == '=') {
            at = take(at + 1, ",}", function->value[i]);
        }
        at += *at == ',';
    }
    return *at == '}' ? skip_spaces(at + 1) : at;
}

static bool parse_parameters(struct wpp_function *function, const char *at)
{
    char word[WPP_NAME_BYTES];

    while (*at != ')' && *at != '\0') {
        at = skip_spaces(at);
        if (*at == '(' && !function->nested) {
            function->nested = true;
            at++;
        }
        at = take(at, ",)", word);
        at += *at == ',';
        if (strcmp(word, "MSG") == 0) {
            function->has_message = true;
        } else if (strcmp(word, "...") == 0) {
            function->has_more = true;
        } else if (word[0] != '\0') {
            if (function->parameter_count == WPP_NAMES_MAX) {
                return false;
            }
            (void)memcpy(function->parameter[function->parameter_count++], word, sizeof(word));
        }
    }
    return *at == ')' && (!function->nested || *skip_spaces(at + 1) == ')');
}

static bool parse(struct wpp_function *function, const char *text)
{
    const char *at = take(text, "{( \t", function->name);

    at = skip_spaces(at);
    if (*at == '{') {
        at = parse_fixed(function, at + 1);
    }
    return function->name[0] != '\0' && *at == '(' && parse_parameters(function, at + 1);
}

/* The names in order, separated: as part of a macro's name, or as its arguments. */
static void put_names(FILE *out, const struct wpp_function *function, const char *separator,
                      bool values)
{
    const char *before = "";

    for (size_t i = 0; i < function->fixed_count; i++) {
        (void)fprintf(out, "%s%s", before, values ? function->value[i] : function->fixed[i]);
        before = separator;
    }
    for (size_t i = 0; i < function->parameter_count; i++) {
        (void)fprintf(out, "%s%s", before, function->parameter[i]);
        before = separator;
    }
}

/* WPP_<names>_<kind> of a driver that does not define it. */
static void put_default(FILE *out, const struct wpp_function *function, const char *prefix,
                        const char *kind, const char *meaning)
{
    (void)fprintf(out, "#ifndef %s", prefix);
    put_names(out, function, "_", false);
    (void)fprintf(out, "_%s\n#define %s", kind, prefix);
    put_names(out, function, "_", false);
    (void)fprintf(out, "_%s(...) %s\n#endif\n", kind, meaning);
}

static void put_call(FILE *out, const struct wpp_function *function, const char *prefix,
                     const char *kind)
{
    (void)fputs(prefix, out);
    put_names(out, function, "_", false);
    (void)fprintf(out, "_%s(", kind);
    put_names(out, function, ", ", true);
    (void)fputc(')', out);
}

/* What turns (MSG, ...) with parentheses of its own into arguments. */
static void put_unwrap(FILE *out, const struct wpp_function *function)
{
    if (function->nested) {
        (void)fprintf(out,
                      "#define DXGH_WPP_%s(MSG, ...) DxghTrace(\"%s\", sizeof((MSG)[0]), MSG, "
                      "##__VA_ARGS__)\n",
                      function->name, function->name);
    }
}

/* The call of DxghTrace in the middle of the macro. */
static void put_trace(FILE *out, const struct wpp_function *function)
{
    if (function->nested) {
        (void)fprintf(out, "DXGH_WPP_%s MSG", function->name);
        return;
    }
    (void)fprintf(out, "DxghTrace(\"%s\", ", function->name);
    if (function->has_message) {
        (void)fprintf(out, "sizeof((MSG)[0]), MSG%s", function->has_more ? ", ##__VA_ARGS__" : "");
    } else if (function->parameter_count > 0) {
        /* As USEPREFIX does for assertions: the last parameter as it was written. */
        (void)fprintf(out, "1, \"%%s\", #%s", function->parameter[function->parameter_count - 1]);
    } else {
        (void)fputs("1, \"\"", out);
    }
    (void)fputc(')', out);
}

static void put_function(FILE *out, const struct wpp_function *function)
{
    bool has_more = function->has_more && !function->nested;
    const char *before = "";

    put_default(out, function, "WPP_", "PRE", "");
    put_default(out, function, "WPP_", "POST", "");
    put_default(out, function, "WPP_RECORDER_", "FILTER", "1");
    put_unwrap(out, function);
    (void)fprintf(out, "#undef %s\n#define %s(", function->name, function->name);
    for (size_t i = 0; i < function->parameter_count; i++) {
        (void)fprintf(out, "%s%s", before, function->parameter[i]);
        before = ", ";
    }
    if (function->has_message) {
        (void)fprintf(out, "%sMSG", before);
        before = ", ";
    }
    (void)fprintf(out, "%s) ", has_more ? (before[0] != '\0' ? ", ..." : "...") : "");
    put_call(out, function, "WPP_", "PRE");
    (void)fputs(" ((", out);
    put_call(out, function, "WPP_RECORDER_", "FILTER");
    (void)fputs(") ? (", out);
    put_trace(out, function);
    (void)fputs(", 1) : 0) ", out);
    put_call(out, function, "WPP_", "POST");
    (void)fputs("\n\n", out);
}

/* Lines that tell the preprocessor something else are words in capitals, a type or a file. */
static bool is_function(const char *line)
{
    size_t length = 0;

    while (isalnum((unsigned char)line[length]) || line[length] == '_') {
        length++;
    }
    return length > 0 && (line[length] == '{' || line[length] == '(') &&
           strncmp(line, "USE", 3) != 0 && strncmp(line, "CUSTOM_TYPE", 11) != 0 &&
           strncmp(line, "DEFINE_", 7) != 0 && strncmp(line, "WPP_", 4) != 0;
}

void cc_wpp_scan_line(struct cc_wpp *wpp, const char *line)
{
    line = skip_spaces(line);
    while (*line == '/' || *line == '*') {
        line = skip_spaces(line + 1);
    }
    if (strncmp(line, "begin_wpp config", 16) == 0) {
        wpp->inside = true;
    } else if (strncmp(line, "end_wpp", 7) == 0) {
        wpp->inside = false;
    } else if (wpp->inside && strncmp(line, "FUNC ", 5) == 0) {
        cc_wpp_add(wpp, line + 5);
    } else if (wpp->inside && is_function(line)) {
        cc_wpp_add(wpp, line);
    }
}

bool cc_wpp_add(struct cc_wpp *wpp, const char *text)
{
    struct wpp_function function = { .name = "" };
    FILE *out;
    size_t bytes;

    if (!parse(&function, text)) {
        return false;
    }
    if (wpp->text == NULL) {
        out = open_memstream(&wpp->text, &bytes);
    } else {
        char *before = wpp->text;

        out = open_memstream(&wpp->text, &bytes);
        if (out != NULL) {
            (void)fputs(before, out);
        }
        free(before);
    }
    if (out == NULL) {
        wpp->text = NULL;
        return false;
    }
    put_function(out, &function);
    return fclose(out) == 0;
}
