/* SPDX-License-Identifier: MIT */
#include "nt/exports.h"

#include "base/base.h"
#include "nt/wdk.h"

#include <inline/wpp.h>
#include <inline/x86bios.h>

#include <aux_klib.h>
#include <ntifs.h>
#include <ntstrsafe.h>

static const struct nt_export exports[] = {
#define NT_EXPORT(name, header) { #name, (void *)(uintptr_t)&name, header },
#include "nt/exports.def"
#undef NT_EXPORT
};

void *nt_export_find(const char *name)
{
    size_t low = 0;
    size_t high = DXGH_ARRAY_SIZE(exports);

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, exports[middle].name);

        if (order == 0) {
            return exports[middle].address;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

const struct nt_export *nt_export_at(size_t n)
{
    return n < DXGH_ARRAY_SIZE(exports) ? &exports[n] : NULL;
}
