/* SPDX-License-Identifier: MIT */
#include "nt/lists.h"

#include "machine/heap.h"
#include "nt/call.h"

struct nt_listed {
    struct list link;
    const void *structure;
    bool driver;
};

static struct nt_listed *find(const struct list *head, const void *structure)
{
    LIST_FOR_EACH(link, head) {
        struct nt_listed *listed = LIST_ENTRY_OF(link, struct nt_listed, link);

        if (listed->structure == structure) {
            return listed;
        }
    }
    return NULL;
}

bool nt_listed_add(struct machine *machine, struct list *head, const void *structure)
{
    struct nt_listed *listed;

    if (find(head, structure) != NULL) {
        return false;
    }
    listed = MACHINE_NEW(machine, struct nt_listed);
    listed->structure = structure;
    listed->driver = nt_in_driver(machine);
    list_push_back(head, &listed->link);
    return true;
}

bool nt_listed_remove(struct machine *machine, struct list *head, const void *structure)
{
    struct nt_listed *listed = find(head, structure);

    if (listed == NULL) {
        return false;
    }
    list_remove(&listed->link);
    machine_heap_free(machine, listed);
    return true;
}

bool nt_listed(const struct list *head, const void *structure)
{
    return find(head, structure) != NULL;
}

uint32_t nt_listed_of_driver(const struct list *head)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, head) {
        count += LIST_ENTRY_OF(link, struct nt_listed, link)->driver;
    }
    return count;
}

void nt_listed_drop_driver(struct machine *machine, struct list *head)
{
    LIST_FOR_EACH_SAFE(link, head) {
        struct nt_listed *listed = LIST_ENTRY_OF(link, struct nt_listed, link);

        if (listed->driver) {
            list_remove(link);
            machine_heap_free(machine, listed);
        }
    }
}
