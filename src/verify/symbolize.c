/* SPDX-License-Identifier: MIT */
/* Names a driver address by the driver's debug information, through elfutils. */
#include "verify/demangle.h"
#include "verify/verify_private.h"

#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>
#include <stdio.h>
#include <string.h>

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

/*
 * The index of units by address (.debug_aranges) is optional, and clang leaves it out: the units
 * are asked one by one instead. A report is rare; its line is worth the walk.
 */
static const char *line_of(Dwfl_Module *module, Dwarf_Addr address, int *line_number)
{
    Dwarf_Addr bias = 0;
    Dwarf_Die *unit = NULL;

    while ((unit = dwfl_module_nextcu(module, unit, &bias)) != NULL) {
        Dwarf_Line *line =
            dwarf_haspc(unit, address - bias) > 0 ? dwarf_getsrc_die(unit, address - bias) : NULL;

        if (line != NULL && dwarf_lineno(line, line_number) == 0) {
            return dwarf_linesrc(line, NULL, NULL);
        }
    }
    return NULL;
}

/* A return address points behind the call; the call itself is what the reader wants to see. */
static bool locate_with(Dwfl *dwfl, const struct verify *verify, uintptr_t pc,
                        struct verify_place *place)
{
    Dwfl_Module *module;
    const char *function;
    const char *file;

    dwfl_report_begin(dwfl);
    module = dwfl_report_elf(dwfl, "driver", verify->image_path, -1, verify->image_base, false);
    (void)dwfl_report_end(dwfl, NULL, NULL);
    if (module == NULL) {
        return false;
    }
    function = dwfl_module_addrname(module, pc - 1);
    file = line_of(module, pc - 1, &place->line);
    if (function == NULL && file == NULL) {
        return false;
    }
    verify_demangle(function != NULL ? function : "?", place->function, sizeof(place->function));
    (void)snprintf(place->file, sizeof(place->file), "%s", file != NULL ? file : "");
    return true;
}

bool verify_locate(const struct machine *machine, uintptr_t pc, struct verify_place *place)
{
    static const Dwfl_Callbacks callbacks = {
        .find_elf = dwfl_build_id_find_elf,
        .find_debuginfo = dwfl_standard_find_debuginfo,
        .section_address = dwfl_offline_section_address,
    };
    bool known = false;
    Dwfl *dwfl;

    *place = (struct verify_place){ 0 };
    if (!verify_in_image(machine, pc)) {
        return false;
    }
    dwfl = dwfl_begin(&callbacks);
    if (dwfl != NULL) {
        known = locate_with(dwfl, verify_of(machine), pc, place);
        dwfl_end(dwfl);
    }
    return known;
}

void verify_symbolize(const struct machine *machine, uintptr_t pc, char *text, size_t text_bytes)
{
    const struct verify *verify = verify_of(machine);
    struct verify_place place;

    if (pc == 0 || !verify_in_image(machine, pc)) {
        (void)snprintf(text, text_bytes, "%s",
                       pc == 0 ? "no driver code on the stack" : "outside the driver");
    } else if (!verify_locate(machine, pc, &place)) {
        (void)snprintf(text, text_bytes, "%s+0x%lx", base_name(verify->image_path),
                       (unsigned long)(pc - verify->image_base));
    } else if (place.file[0] == '\0') {
        (void)snprintf(text, text_bytes, "%s", place.function);
    } else {
        (void)snprintf(text, text_bytes, "%s (%s:%d)", place.function, base_name(place.file),
                       place.line);
    }
}
