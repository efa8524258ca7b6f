/* SPDX-License-Identifier: MIT */
#include "null.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MAX (NULL_VALUES_MAX + 4)

/* A line, cut into words. */
struct words {
    char *word[WORDS_MAX];
    uint32_t count;
};

static void split(char *line, struct words *words)
{
    char *save = NULL;

    line[strcspn(line, "#\n")] = '\0';
    words->count = 0;
    for (char *word = strtok_r(line, " \t", &save); word != NULL && words->count < WORDS_MAX;
         word = strtok_r(NULL, " \t", &save)) {
        words->word[words->count++] = word;
    }
}

static bool number(const char *text, uint64_t *value)
{
    char *end;

    *value = strtoull(text, &end, 0);
    return end != text && *end == '\0' && text[0] != '-';
}

/* "10DE:1C82": two numbers of sixteen bits. */
static bool pair(const char *text, uint16_t *first, uint16_t *second)
{
    unsigned a;
    unsigned b;
    char rest;

    if (sscanf(text, "%4x:%4x%c", &a, &b, &rest) != 2) {
        return false;
    }
    *first = (uint16_t)a;
    *second = (uint16_t)b;
    return true;
}

static bool parse_id(const struct words *words, struct dxghost_device_identity *identity)
{
    unsigned class_code;
    unsigned revision;
    char rest;

    if (words->count < 2 || words->count > 5 ||
        !pair(words->word[1], &identity->vendor_id, &identity->device_id)) {
        return false;
    }
    if (words->count > 2) {
        if (sscanf(words->word[2], "%6x%c", &class_code, &rest) != 1) {
            return false;
        }
        identity->class_code[0] = (uint8_t)(class_code >> 16);
        identity->class_code[1] = (uint8_t)(class_code >> 8);
        identity->class_code[2] = (uint8_t)class_code;
    }
    if (words->count > 3 &&
        !pair(words->word[3], &identity->subsystem_vendor_id, &identity->subsystem_id)) {
        return false;
    }
    if (words->count > 4) {
        if (sscanf(words->word[4], "%2x%c", &revision, &rest) != 1) {
            return false;
        }
        identity->revision = (uint8_t)revision;
    }
    return true;
}

static bool parse_bar(const struct words *words, struct dxghost_device_identity *identity)
{
    static const char *const kinds[] = { "none", "registers", "memory", "ports" };
    char *end;
    uint64_t index;
    uint64_t bytes;

    if (words->count != 4 || !number(words->word[1], &index) || index >= DXGHOST_DEVICE_BAR_COUNT) {
        return false;
    }
    bytes = strtoull(words->word[3], &end, 0);
    bytes <<= *end == 'K' ? 10 : *end == 'M' ? 20 : 0;
    end += *end == 'K' || *end == 'M';
    for (int kind = DXGHOST_BAR_REGISTERS; kind <= DXGHOST_BAR_PORTS; kind++) {
        if (strcmp(words->word[2], kinds[kind]) == 0 && end != words->word[3] && *end == '\0') {
            identity->bars[index] =
                (struct dxghost_bar){ .kind = (enum dxghost_bar_kind)kind,
                                      .prefetchable = kind == DXGHOST_BAR_MEMORY,
                                      .size_bytes = bytes };
            return true;
        }
    }
    return false;
}

static bool parse_post(const struct words *words, struct dxghost_device_identity *identity)
{
    uint64_t bar;
    uint64_t width;
    uint64_t height;

    if (words->count != 4 || !number(words->word[1], &bar) || !number(words->word[2], &width) ||
        !number(words->word[3], &height) || bar >= DXGHOST_DEVICE_BAR_COUNT || width == 0 ||
        width > 16384 || height == 0 || height > 16384 ||
        width * height * 4 > identity->bars[bar].size_bytes) {
        return false;
    }
    identity->post = (struct dxghost_post_display){
        .width = (uint32_t)width,
        .height = (uint32_t)height,
        .pitch = (uint32_t)width * 4,
        .format = DXGHOST_PIXEL_X8R8G8B8,
        .bar = (uint32_t)bar,
    };
    return identity->bars[bar].kind == DXGHOST_BAR_MEMORY;
}

static bool parse_rule(const struct words *words, enum null_kind kind, struct null_script *script)
{
    struct null_rule *rule = &script->rules[script->rule_count];
    uint64_t bar;

    if (script->rule_count == NULL_RULES_MAX || words->count < 4 ||
        (kind != NULL_READ && words->count > 5) || !number(words->word[1], &bar) ||
        bar >= DXGHOST_DEVICE_BAR_COUNT || !number(words->word[2], &rule->offset)) {
        return false;
    }
    rule->kind = kind;
    rule->bar = (uint32_t)bar;
    for (uint32_t i = 3; i < words->count; i++) {
        if (rule->count == NULL_VALUES_MAX || !number(words->word[i], &rule->values[rule->count])) {
            return false;
        }
        rule->count++;
    }
    if (kind != NULL_READ && rule->count == 2) {
        rule->message = (uint32_t)rule->values[1];
    }
    script->rule_count++;
    return true;
}

static bool parse_line(const struct words *words, struct null_script *script)
{
    const char *verb = words->word[0];
    uint64_t messages;

    if (strcmp(verb, "id") == 0) {
        return parse_id(words, &script->identity);
    }
    if (strcmp(verb, "bar") == 0) {
        return parse_bar(words, &script->identity);
    }
    if (strcmp(verb, "post") == 0) {
        return parse_post(words, &script->identity);
    }
    if (strcmp(verb, "msi") == 0) {
        if (words->count != 2 || !number(words->word[1], &messages) || messages > 32) {
            return false;
        }
        script->identity.interrupt_messages = (uint32_t)messages;
        return true;
    }
    if (strcmp(verb, "read") == 0) {
        return parse_rule(words, NULL_READ, script);
    }
    if (strcmp(verb, "raise") == 0) {
        return parse_rule(words, NULL_RAISE, script);
    }
    return strcmp(verb, "clear") == 0 && parse_rule(words, NULL_CLEAR, script);
}

static const char *read_lines(FILE *stream, struct null_script *script)
{
    static char reason[160];
    char line[512];
    struct words words;

    for (uint32_t n = 1; fgets(line, sizeof(line), stream) != NULL; n++) {
        split(line, &words);
        if (words.count > 0 && !parse_line(&words, script)) {
            (void)snprintf(reason, sizeof(reason),
                           "null: line %u of the script is not understood (devices/null/null.h "
                           "says what there is)",
                           n);
            return reason;
        }
    }
    return NULL;
}

const char *null_script_read(const char *options, struct null_script *script)
{
    const char *reason;
    FILE *stream;

    *script = (struct null_script){
        .identity = { .vendor_id = 0x1414,
                      .device_id = 0x0000,
                      .class_code = { 0x03, 0x00, 0x00 },
                      .bars = { { DXGHOST_BAR_REGISTERS, false, 64u << 10 },
                                { DXGHOST_BAR_NONE, false, 0 },
                                { DXGHOST_BAR_MEMORY, true, 16u << 20 } } },
    };
    if (options == NULL || *options == '\0') {
        return NULL;
    }
    if (strncmp(options, "script=", 7) != 0) {
        return "null: the one option is script=FILE";
    }
    stream = fopen(options + 7, "r");
    if (stream == NULL) {
        return "null: the script cannot be opened";
    }
    memset(script->identity.bars, 0, sizeof(script->identity.bars));
    reason = read_lines(stream, script);
    (void)fclose(stream);
    return reason;
}
