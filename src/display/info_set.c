/* SPDX-License-Identifier: MIT */
#include "display/info_set.h"

#include "machine/heap.h"

static uint32_t info_id(const void *info)
{
    uint32_t id;

    memcpy(&id, info, sizeof(id));
    return id;
}

struct info_set *info_set_create(const struct display *display, const struct info_set_class *class,
                                 void *owner, uint32_t member_id)
{
    struct display_state *state = display->state;
    struct info_set *set = MACHINE_NEW(state->machine, struct info_set);

    set->handle = display_handle_create(state, class->object, set);
    if (set->handle == NULL) {
        machine_heap_free(state->machine, set);
        return NULL;
    }
    set->class = class;
    set->state = state;
    set->display = display;
    set->owner = owner;
    set->member_id = member_id;
    set->references = 1;
    set->next_id = 1;
    list_init(&set->items);
    list_init(&set->removed);
    return set;
}

struct info_set *info_set_get(struct info_set *set)
{
    set->references++;
    return set;
}

static void free_items(struct machine *machine, struct list *items)
{
    LIST_FOR_EACH_SAFE(link, items) {
        struct info_item *item = LIST_ENTRY_OF(link, struct info_item, link);

        machine_heap_free(machine, item->info);
        machine_heap_free(machine, item);
    }
    list_init(items);
}

void info_set_put(struct info_set *set)
{
    struct machine *machine;

    if (set == NULL) {
        return;
    }
    DXGH_ASSERT(set->references > 0);
    if (--set->references > 0) {
        return;
    }
    machine = set->state->machine;
    display_handle_destroy(set->state, set->handle);
    free_items(machine, &set->items);
    free_items(machine, &set->removed);
    machine_heap_free(machine, set);
}

static struct info_item *append(struct info_set *set, const void *info)
{
    struct machine *machine = set->state->machine;
    struct info_item *item = MACHINE_NEW(machine, struct info_item);

    item->info = machine_heap_alloc(machine, set->class->info_bytes);
    memcpy(item->info, info, set->class->info_bytes);
    list_push_back(&set->items, &item->link);
    set->count++;
    return item;
}

static uint32_t next_id(struct info_set *set)
{
    while (info_set_find_id(set, set->next_id) != NULL) {
        set->next_id++; /* the driver numbered one of its own so */
    }
    return set->next_id++;
}

struct info_item *info_set_append(struct info_set *set, const void *info)
{
    struct info_item *item = append(set, info);

    if (set->class->has_ids) {
        uint32_t id;

        memset(item->info, 0, sizeof(id));
        id = next_id(set);
        memcpy(item->info, &id, sizeof(id));
    }
    return item;
}

void info_set_remove(struct info_set *set, struct info_item *item)
{
    DXGH_ASSERT(!item->removed && item != set->pinned && item != set->preferred);
    list_remove(&item->link);
    list_push_back(&set->removed, &item->link);
    item->removed = true;
    set->count--;
}

struct info_item *info_set_first(const struct info_set *set)
{
    return list_is_empty(&set->items) ? NULL
                                      : LIST_ENTRY_OF(set->items.next, struct info_item, link);
}

struct info_item *info_set_next(const struct info_set *set, const struct info_item *item)
{
    return item->link.next == &set->items ? NULL
                                          : LIST_ENTRY_OF(item->link.next, struct info_item, link);
}

struct info_item *info_set_find_id(const struct info_set *set, uint32_t id)
{
    for (struct info_item *item = info_set_first(set); item != NULL;
         item = info_set_next(set, item)) {
        if (info_id(item->info) == id) {
            return item;
        }
    }
    return NULL;
}

struct info_item *info_set_find_same(const struct info_set *set, const void *info)
{
    for (struct info_item *item = info_set_first(set); item != NULL;
         item = info_set_next(set, item)) {
        if (set->class->same(item->info, info)) {
            return item;
        }
    }
    return NULL;
}

struct info_set *info_set_resolve(const struct info_set_class *class, const void *handle,
                                  const char *function)
{
    struct display_state *state = display_enter(function);
    struct info_set *set;

    if (state == NULL) {
        return NULL;
    }
    set = display_handle_resolve(state, class->object, handle);
    if (set == NULL) {
        verify_report(state->machine, RULE_VIDPN_04, function,
                      "%s was given %s where the handle of a %s belongs", function,
                      display_handle_describe(state, handle), class->name);
        return NULL;
    }
    if (set->driver_references == 0 && !set->granted) {
        verify_report(state->machine, RULE_VIDPN_04, function,
                      "%s was given the handle of the %s of %s %u after the driver had released or "
                      "assigned it; acquire it again",
                      function, class->name, class->member, set->member_id);
        return NULL;
    }
    return set;
}

NTSTATUS info_set_may_change(const struct info_set *set, const char *function)
{
    struct machine *machine = set->state->machine;

    if (!set->assigned) {
        return STATUS_SUCCESS; /* the driver's own, until it is assigned */
    }
    if (set->access != NULL && *set->access == DISPLAY_ACCESS_INSPECT) {
        verify_report(machine, RULE_VIDPN_09, NULL,
                      "%s would change the %s of %s %u, but the running DDI may only look at the "
                      "VidPN",
                      function, set->class->name, set->class->member, set->member_id);
        return STATUS_ACCESS_DENIED;
    }
    if (set->frozen != NULL) {
        verify_report(machine, RULE_VSYNC_05, NULL,
                      "%s would change the %s of %s %u, which %s; leave it as it is", function,
                      set->class->name, set->class->member, set->member_id, set->frozen);
        return STATUS_ACCESS_DENIED;
    }
    return STATUS_SUCCESS;
}

NTSTATUS info_set_driver_count(const struct info_set_class *class, const void *handle,
                               SIZE_T *count, const char *function)
{
    const struct info_set *set = info_set_resolve(class, handle, function);

    if (set == NULL) {
        return class->invalid_set;
    }
    if (count == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *count = set->count;
    return STATUS_SUCCESS;
}

NTSTATUS info_set_driver_first(const struct info_set_class *class, const void *handle,
                               const void **info, const char *function)
{
    struct info_set *set = info_set_resolve(class, handle, function);
    struct info_item *item;

    if (info == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *info = NULL;
    if (set == NULL) {
        return class->invalid_set;
    }
    item = info_set_first(set);
    if (item == NULL) {
        return STATUS_GRAPHICS_DATASET_IS_EMPTY;
    }
    *info = loan_info(set, item, function)->pointer;
    return STATUS_SUCCESS;
}

/* The loan behind an info pointer, or a report about the pointer. */
static struct loan *find_info(const struct info_set *set, const void *info, const char *function)
{
    struct loan *loan = info == NULL || info == set->handle ? NULL : loan_find(set, info);

    if (loan == NULL) {
        verify_report(set->state->machine, RULE_VIDPN_02, function,
                      "%s was given %s that the %s of %s %u did not lend, or that was released or "
                      "added before",
                      function, info == NULL ? "NULL instead of an info" : "an info",
                      set->class->name, set->class->member, set->member_id);
    }
    return loan;
}

NTSTATUS info_set_driver_next(const struct info_set_class *class, const void *handle,
                              const void *current, const void **info, const char *function)
{
    struct info_set *set = info_set_resolve(class, handle, function);
    struct loan *loan;
    struct info_item *next;

    if (info == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *info = NULL;
    if (set == NULL) {
        return class->invalid_set;
    }
    loan = find_info(set, current, function);
    if (loan == NULL || loan->kind != LOAN_INFO || loan->item->removed) {
        return class->invalid_info;
    }
    next = info_set_next(set, loan->item);
    if (next == NULL) {
        return STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET;
    }
    *info = loan_info(set, next, function)->pointer;
    return STATUS_SUCCESS;
}

NTSTATUS info_set_driver_release(const struct info_set_class *class, const void *handle,
                                 const void *info, const char *function)
{
    struct info_set *set = info_set_resolve(class, handle, function);
    struct loan *loan;

    if (set == NULL) {
        return class->invalid_set;
    }
    loan = find_info(set, info, function);
    if (loan == NULL) {
        return class->invalid_info;
    }
    loan_end(loan);
    return STATUS_SUCCESS;
}

NTSTATUS info_set_driver_create_info(const struct info_set_class *class, const void *handle,
                                     void **info, const char *function)
{
    struct info_set *set = info_set_resolve(class, handle, function);
    struct loan *loan;

    if (info == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *info = NULL;
    if (set == NULL) {
        return class->invalid_set;
    }
    loan = loan_new_info(set, function);
    if (class->has_ids) {
        uint32_t id = next_id(set);

        memcpy(loan->pointer, &id, sizeof(id));
    }
    *info = loan->pointer;
    return STATUS_SUCCESS;
}

static struct info_verdict judge(const struct info_set *set, const void *info)
{
    struct info_verdict verdict = set->class->check(set, info);

    if (!NT_SUCCESS(verdict.status)) {
        return verdict;
    }
    /* Drivers build a union of several lists this way and expect the refusal: no breach. */
    if (info_set_find_same(set, info) != NULL) {
        return (struct info_verdict){ STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET, RULE_COUNT, "" };
    }
    if (set->class->has_ids && info_set_find_id(set, info_id(info)) != NULL) {
        return (struct info_verdict){
            STATUS_GRAPHICS_MODE_ID_MUST_BE_UNIQUE, RULE_VIDPN_08,
            "its Id is taken; leave the Id that pfnCreateNewModeInfo gave, or number all of them"
        };
    }
    return verdict;
}

NTSTATUS info_set_driver_add(const struct info_set_class *class, const void *handle, void *info,
                             const char *function)
{
    struct info_set *set = info_set_resolve(class, handle, function);
    struct loan *loan;
    struct info_verdict verdict;
    NTSTATUS status;

    if (set == NULL) {
        return class->invalid_set;
    }
    loan = find_info(set, info, function);
    if (loan == NULL || loan->kind != LOAN_NEW_INFO) {
        return loan == NULL ? class->invalid_info : STATUS_GRAPHICS_RESOURCES_NOT_RELATED;
    }
    status = info_set_may_change(set, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    verdict = judge(set, info);
    if (!NT_SUCCESS(verdict.status)) {
        if (verdict.rule != RULE_COUNT) {
            verify_report(set->state->machine, verdict.rule, function,
                          "%s into the %s of %s %u: %s", function, class->name, class->member,
                          set->member_id, verdict.why);
        }
        return verdict.status;
    }
    (void)append(set, info);
    loan_end(loan);
    return STATUS_SUCCESS;
}
