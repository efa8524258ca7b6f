/* SPDX-License-Identifier: MIT */
#include "nt/pageable.h"

#include "nt/call.h"
#include "nt/image.h"
#include "nt/memory_manager.h"
#include "nt/pool_private.h"
#include "verify/verify.h"

#include <sys/mman.h>

/* The section on pages of its own, or nothing. */
static struct nt_section section_of(struct machine *machine)
{
    const struct nt_image *image = nt_image_current(machine);

    if (image == NULL || image->page.start % DXGH_PAGE_SIZE != 0 ||
        image->page.end % DXGH_PAGE_SIZE != 0) {
        return (struct nt_section){ 0 };
    }
    return image->page;
}

static bool is_paged(const struct pool_page *page)
{
    return page->class_index == CLASS_COUNT && page->slots[0].state == SLOT_LIVE &&
           page->slots[0].paged && page->slots[0].driver;
}

static void protect(struct machine *machine, int code, int data)
{
    struct nt_section section = section_of(machine);
    bool stays = code == PROT_NONE && nt_of(machine)->locked_sections != 0;

    if (section.end > section.start && !stays) {
        (void)mprotect((void *)section.start, section.end - section.start, code);
    }
    LIST_FOR_EACH(link, &pool_of(machine)->pages) {
        const struct pool_page *page = LIST_ENTRY_OF(link, struct pool_page, link);

        if (is_paged(page)) {
            (void)mprotect(page->memory, page->page_count * DXGH_PAGE_SIZE, data);
        }
    }
}

static void hide(struct machine *machine)
{
    machine->pages_shown = false;
    protect(machine, PROT_NONE, PROT_NONE);
}

static void show(struct machine *machine)
{
    if (!machine->pages_shown) {
        protect(machine, PROT_READ | PROT_EXEC, PROT_READ | PROT_WRITE);
        machine->pages_shown = true;
    }
}

static bool is_hidden(struct machine *machine, uintptr_t address)
{
    struct nt_section section = section_of(machine);
    const struct pool_page *page = pool_page_at(machine, address);

    return !machine->pages_shown && ((address >= section.start && address < section.end) ||
                                     (page != NULL && is_paged(page)));
}

struct holder {
    uintptr_t address;
    bool found;
};

static void find_holder(const struct nt_pool_info *info, void *context)
{
    struct holder *holder = context;
    const MDL *mdl = info->start;

    if (info->use == NT_POOL_MDL && (mdl->MdlFlags & MDL_PAGES_LOCKED) != 0) {
        uintptr_t start = (uintptr_t)mdl->StartVa;

        holder->found |=
            holder->address >= start && holder->address < start + mdl->ByteOffset + mdl->ByteCount;
    }
}

/* Whether the driver may touch it at any level, since its pages are locked. */
static bool is_locked(struct machine *machine, uintptr_t address)
{
    struct holder holder = { .address = address };

    nt_pool_each(machine, find_holder, &holder);
    return holder.found;
}

static bool is_breach(struct machine *machine, uintptr_t address)
{
    return machine->active->irql >= IRQL_DISPATCH && nt_in_driver(machine) &&
           !is_locked(machine, address);
}

static bool on_fault(struct machine *machine, uintptr_t address)
{
    if (!is_hidden(machine, address) || is_breach(machine, address)) {
        return false;
    }
    show(machine);
    return true;
}

void nt_pageable_judge(struct machine *machine, uintptr_t address, bool is_code)
{
    if (machine->config.hide_pages && is_hidden(machine, address) && is_breach(machine, address)) {
        verify_report(machine, RULE_SYNC_10, NULL,
                      "Pageable %s was touched at IRQL %u, where it may be paged out. Put it into "
                      "nonpaged %s, or touch it below DISPATCH_LEVEL.",
                      is_code ? "code" : "memory", machine->active->irql,
                      is_code ? "code (no PAGE section)" : "pool");
    }
}

void nt_pageable_init(struct machine *machine)
{
    if (machine->config.hide_pages) {
        machine->hooks.pages_hide = hide;
        machine->hooks.pages_show = show;
        machine->hooks.pages_fault = on_fault;
        machine->pages_shown = true;
    }
}

void nt_pageable_fini(struct machine *machine)
{
    if (machine->config.hide_pages) {
        show(machine);
        machine->pages_shown = false;
        machine->hooks.pages_hide = NULL;
        machine->hooks.pages_show = NULL;
        machine->hooks.pages_fault = NULL;
    }
}
