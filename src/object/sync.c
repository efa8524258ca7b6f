/* SPDX-License-Identifier: MIT */
#include "object/sync.h"

#include "machine/heap.h"
#include "nt/user.h"

#include <string.h>

struct sync_object *sync_create(struct machine *machine, enum sync_type type, uint64_t initial)
{
    struct sync_object *object = MACHINE_NEW(machine, struct sync_object);

    object->machine = machine;
    object->type = type;
    object->references = 1;
    object->value = initial;
    list_init(&object->held);
    if (type == SYNC_MONITORED_FENCE) {
        object->mirror = nt_user_alloc(machine, sizeof(*object->mirror));
        if (object->mirror == NULL) {
            machine_heap_free(machine, object);
            return NULL;
        }
        *object->mirror = initial;
        /* The kernel alone writes the value; it opens the page for that. */
        (void)nt_user_protect(machine, object->mirror, DXGH_PAGE_SIZE, NT_USER_READ);
    }
    return object;
}

struct sync_object *sync_get(struct sync_object *object)
{
    object->references++;
    return object;
}

void sync_put(struct sync_object *object)
{
    if (object == NULL || --object->references > 0) {
        return;
    }
    if (object->share != 0) {
        handle_remove(object_shares(object->machine), object->share);
    }
    list_remove(&object->held);
    nt_user_free(object->machine, object->mirror);
    machine_heap_free(object->machine, object->data);
    machine_heap_free(object->machine, object);
}

void sync_data_set(struct sync_object *object, const void *data, uint32_t bytes)
{
    DXGH_ASSERT(bytes <= SYNC_DATA_BYTES_MAX);
    machine_heap_free(object->machine, object->data);
    object->data = bytes == 0 ? NULL : machine_heap_alloc(object->machine, bytes);
    object->data_bytes = bytes;
    if (bytes > 0) {
        memcpy(object->data, data, bytes);
    }
}

uint32_t sync_share(struct sync_object *object)
{
    if (object->share == 0 && !decision_refuse(&object->machine->decision)) {
        object->share = handle_add(
            object_shares(object->machine),
            object->type == SYNC_KEYED_MUTEX ? HANDLE_KEYED_MUTEX : HANDLE_SYNC_OBJECT, object);
    }
    return object->share;
}

bool sync_is_ready(const struct sync_object *object, uint64_t target)
{
    switch (object->type) {
    case SYNC_MUTEX:
        return !object->owned;
    case SYNC_SEMAPHORE:
    case SYNC_EVENT:
        return object->count > 0;
    case SYNC_KEYED_MUTEX:
        return !object->owned && object->value == target;
    case SYNC_FENCE:
    case SYNC_MONITORED_FENCE:
    default:
        return object->value >= target;
    }
}

void sync_take(struct sync_object *object, struct list *holder)
{
    if (object->type == SYNC_MUTEX || object->type == SYNC_KEYED_MUTEX) {
        object->owned = true;
        if (holder != NULL && object->type == SYNC_MUTEX) {
            list_push_back(holder, &object->held);
        }
    } else if (object->type == SYNC_SEMAPHORE || object->type == SYNC_EVENT) {
        object->count--;
    }
}

void sync_release_all(struct machine *machine, struct list *holder)
{
    struct list *link;

    while ((link = list_pop_front(holder)) != NULL) {
        LIST_ENTRY_OF(link, struct sync_object, held)->owned = false;
    }
    wait_queue_wake(machine, sync_changed(machine));
}

static void set_value(struct sync_object *object, uint64_t value)
{
    object->value = value;
    if (object->mirror != NULL) {
        (void)nt_user_protect(object->machine, object->mirror, DXGH_PAGE_SIZE, NT_USER_WRITE);
        *object->mirror = value;
        (void)nt_user_protect(object->machine, object->mirror, DXGH_PAGE_SIZE, NT_USER_READ);
    }
}

bool sync_signal(struct sync_object *object, uint64_t value)
{
    switch (object->type) {
    case SYNC_MUTEX:
    case SYNC_KEYED_MUTEX:
        if (!object->owned) {
            return false;
        }
        object->owned = false;
        object->owner = NULL;
        object->value = value;
        list_remove(&object->held);
        break;
    case SYNC_SEMAPHORE:
        if (object->count == object->limit) {
            return false;
        }
        object->count++;
        break;
    case SYNC_EVENT:
        object->count = 1;
        break;
    case SYNC_FENCE:
    case SYNC_MONITORED_FENCE:
    default:
        set_value(object, value);
        break;
    }
    wait_queue_wake(object->machine, sync_changed(object->machine));
    return true;
}
