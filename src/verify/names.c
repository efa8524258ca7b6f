/* SPDX-License-Identifier: MIT */
#include "verify/names.h"

#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct code_name {
    uint32_t code;
    const char *name;
};

/* Both tables ascend by code: the generator sorts them. */
static const struct code_name bugchecks[] = {
#define BUGCHECK(code, name) { code, name },
#include "verify/bugchecks.def"
#undef BUGCHECK
};

static const struct code_name statuses[] = {
#define STATUS(code, name) { code, name },
#include "verify/statuses.def"
#undef STATUS
};

static int compare(const void *key, const void *element)
{
    uint32_t wanted = *(const uint32_t *)key;
    uint32_t code = ((const struct code_name *)element)->code;

    return wanted < code ? -1 : wanted > code;
}

static const char *find(const struct code_name *table, size_t count, uint32_t code)
{
    const struct code_name *found = bsearch(&code, table, count, sizeof(*table), compare);

    return found == NULL ? NULL : found->name;
}

const char *verify_bugcheck_name(uint32_t code)
{
    const char *name = find(bugchecks, DXGH_ARRAY_SIZE(bugchecks), code);

    return name != NULL ? name : "BUGCHECK";
}

const char *verify_status_name(int32_t status)
{
    static _Thread_local char texts[4][16];
    static _Thread_local uint32_t next;
    const char *name = find(statuses, DXGH_ARRAY_SIZE(statuses), (uint32_t)status);

    if (name != NULL) {
        return name;
    }

    char *text = texts[next++ % 4];

    (void)snprintf(text, sizeof(texts[0]), "0x%08X", (uint32_t)status);
    return text;
}

static bool find_name(const struct code_name *table, size_t count, const char *name, uint32_t *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(table[i].name, name) == 0) {
            *code = table[i].code;
            return true;
        }
    }
    return false;
}

bool verify_bugcheck_find(const char *name, uint32_t *code)
{
    return find_name(bugchecks, DXGH_ARRAY_SIZE(bugchecks), name, code);
}

bool verify_status_find(const char *name, uint32_t *code)
{
    return find_name(statuses, DXGH_ARRAY_SIZE(statuses), name, code);
}
