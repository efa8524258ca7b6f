/* SPDX-License-Identifier: MIT */
#include "nt/registry.h"

#include "machine/heap.h"
#include "nt/call.h"
#include "nt/object.h"
#include "nt/state.h"
#include "nt/time.h"
#include "verify/verify.h"

struct nt_registry {
    struct nt_key *root;
};

/* Body of a key object: handles refer to keys through it. */
struct key_object {
    struct nt_key *key;
};

/* Latin letters only: all that driver keys and values use. */
static WCHAR upcase(WCHAR c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) ? (WCHAR)(c - 32) : c;
}

static bool names_equal(const WCHAR *first, size_t first_bytes, const WCHAR *second,
                        size_t second_bytes)
{
    if (first_bytes != second_bytes) {
        return false;
    }
    for (size_t i = 0; i < first_bytes / sizeof(WCHAR); i++) {
        if (upcase(first[i]) != upcase(second[i])) {
            return false;
        }
    }
    return true;
}

static WCHAR *copy_name(struct machine *machine, const WCHAR *name, size_t bytes)
{
    WCHAR *copy = machine_heap_alloc(machine, bytes + sizeof(WCHAR));

    if (bytes > 0) {
        memcpy(copy, name, bytes);
    }
    return copy;
}

static struct nt_key *new_key(struct machine *machine, struct nt_key *parent, const WCHAR *name,
                              size_t bytes)
{
    struct nt_key *key = MACHINE_NEW(machine, struct nt_key);

    list_init(&key->link);
    list_init(&key->children);
    list_init(&key->values);
    key->parent = parent;
    key->name = copy_name(machine, name, bytes);
    key->name_bytes = (uint32_t)bytes;
    key->written = nt_system_time(machine);
    if (parent != NULL) {
        list_push_back(&parent->children, &key->link);
    }
    return key;
}

static void free_value(struct machine *machine, struct nt_value *value)
{
    list_remove(&value->link);
    machine_heap_free(machine, value->name);
    machine_heap_free(machine, value->data);
    machine_heap_free(machine, value);
}

static void free_key(struct machine *machine, struct nt_key *key)
{
    LIST_FOR_EACH_SAFE(link, &key->values) {
        free_value(machine, LIST_ENTRY_OF(link, struct nt_value, link));
    }
    machine_heap_free(machine, key->name);
    machine_heap_free(machine, key);
}

void nt_registry_init(struct machine *machine)
{
    struct nt_registry *registry = MACHINE_NEW(machine, struct nt_registry);

    registry->root = new_key(machine, NULL, NULL, 0);
    nt_of(machine)->registry = registry;
}

struct nt_key *nt_key_root(struct machine *machine)
{
    return nt_of(machine)->registry->root;
}

static struct nt_key *find_child(const struct nt_key *key, const WCHAR *name, size_t bytes)
{
    LIST_FOR_EACH(link, &key->children) {
        struct nt_key *child = LIST_ENTRY_OF(link, struct nt_key, link);

        if (names_equal(child->name, child->name_bytes, name, bytes)) {
            return child;
        }
    }
    return NULL;
}

struct nt_key *nt_key_walk(struct machine *machine, struct nt_key *from, const WCHAR *path,
                           size_t path_bytes, bool create, bool *created)
{
    size_t count = path_bytes / sizeof(WCHAR);
    struct nt_key *key = from;
    size_t start = 0;

    if (created != NULL) {
        *created = false;
    }
    while (start < count) {
        size_t end = start;
        struct nt_key *child;

        while (end < count && path[end] != '\\') {
            end++;
        }
        if (end == start) { /* a leading, doubled or trailing backslash */
            start++;
            continue;
        }
        child = find_child(key, path + start, (end - start) * sizeof(WCHAR));
        if (child == NULL && !create) {
            return NULL;
        }
        if (created != NULL) {
            *created = child == NULL;
        }
        key = child != NULL ? child
                            : new_key(machine, key, path + start, (end - start) * sizeof(WCHAR));
        start = end;
    }
    return key;
}

struct nt_value *nt_key_value(const struct nt_key *key, const WCHAR *name, size_t name_bytes)
{
    LIST_FOR_EACH(link, &key->values) {
        struct nt_value *value = LIST_ENTRY_OF(link, struct nt_value, link);

        if (names_equal(value->name, value->name_bytes, name, name_bytes)) {
            return value;
        }
    }
    return NULL;
}

void nt_value_check(struct machine *machine, uint32_t type, const void *data, size_t bytes,
                    const char *function)
{
    bool text = type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
    WCHAR last = 1;

    if (!text || !nt_in_driver(machine)) {
        return;
    }
    if (bytes >= sizeof(last) && bytes % sizeof(last) == 0) {
        memcpy(&last, (const char *)data + bytes - sizeof(last), sizeof(last));
    }
    if (last != 0) {
        verify_report(machine, RULE_NT_REG_01, function,
                      "%s: a string value of %zu bytes without its terminating zero", function,
                      bytes);
    }
}

void nt_key_value_set(struct machine *machine, struct nt_key *key, const WCHAR *name,
                      size_t name_bytes, uint32_t type, const void *data, size_t data_bytes)
{
    struct nt_value *value = nt_key_value(key, name, name_bytes);

    if (value == NULL) {
        value = MACHINE_NEW(machine, struct nt_value);
        value->name = copy_name(machine, name, name_bytes);
        value->name_bytes = (uint32_t)name_bytes;
        list_push_back(&key->values, &value->link);
    }
    machine_heap_free(machine, value->data);
    value->data = machine_heap_alloc(machine, data_bytes + sizeof(WCHAR));
    if (data_bytes > 0) {
        memcpy(value->data, data, data_bytes);
    }
    value->data_bytes = (uint32_t)data_bytes;
    value->type = type;
    key->written = nt_system_time(machine);
}

bool nt_key_value_delete(struct machine *machine, struct nt_key *key, const WCHAR *name,
                         size_t name_bytes)
{
    struct nt_value *value = nt_key_value(key, name, name_bytes);

    if (value == NULL) {
        return false;
    }
    free_value(machine, value);
    key->written = nt_system_time(machine);
    return true;
}

bool nt_key_delete(struct machine *machine, struct nt_key *key)
{
    if (!list_is_empty(&key->children) || key->parent == NULL) {
        return false;
    }
    list_remove(&key->link);
    key->deleted = true;
    if (key->opens == 0) {
        free_key(machine, key);
    }
    return true;
}

static uint32_t list_length(const struct list *head)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, head) {
        count++;
    }
    return count;
}

uint32_t nt_key_child_count(const struct nt_key *key)
{
    return list_length(&key->children);
}

uint32_t nt_key_value_count(const struct nt_key *key)
{
    return list_length(&key->values);
}

static void key_object_destroy(struct machine *machine, void *body)
{
    struct nt_key *key = ((struct key_object *)body)->key;

    if (--key->opens == 0 && key->deleted) {
        free_key(machine, key);
    }
}

HANDLE nt_key_open(struct machine *machine, struct nt_key *key)
{
    struct key_object *object =
        nt_object_create(machine, NT_OBJECT_KEY, sizeof(*object), key_object_destroy);
    HANDLE handle = nt_handle_open(machine, object);

    object->key = key;
    key->opens++;
    nt_object_put_ours(machine, object); /* the handle keeps it */
    return handle;
}

struct nt_key *nt_key_of(struct machine *machine, HANDLE handle)
{
    struct key_object *object = nt_handle_body(machine, handle);

    if (object == NULL || nt_object_type_of(object) != NT_OBJECT_KEY) {
        return NULL;
    }
    return object->key;
}

/* The host's narrow text, widened on the heap; *bytes without the terminator. */
static WCHAR *widen(struct machine *machine, const char *text, size_t *bytes)
{
    size_t count = strlen(text);
    WCHAR *wide = machine_heap_alloc(machine, (count + 1) * sizeof(WCHAR));

    for (size_t i = 0; i < count; i++) {
        wide[i] = (WCHAR)(uint8_t)text[i];
    }
    *bytes = count * sizeof(WCHAR);
    return wide;
}

static struct nt_key *walk_narrow(struct machine *machine, const char *path, bool create)
{
    size_t bytes;
    WCHAR *wide = widen(machine, path, &bytes);
    struct nt_key *key = nt_key_walk(machine, nt_key_root(machine), wide, bytes, create, NULL);

    machine_heap_free(machine, wide);
    return key;
}

void nt_registry_create(struct machine *machine, const char *path)
{
    (void)walk_narrow(machine, path, true);
}

static void set(struct machine *machine, const char *path, const char *name, uint32_t type,
                const void *data, size_t data_bytes)
{
    size_t bytes;
    WCHAR *wide = widen(machine, name, &bytes);

    nt_key_value_set(machine, walk_narrow(machine, path, true), wide, bytes, type, data,
                     data_bytes);
    machine_heap_free(machine, wide);
}

void nt_registry_set_dword(struct machine *machine, const char *path, const char *name,
                           uint32_t value)
{
    set(machine, path, name, REG_DWORD, &value, sizeof(value));
}

void nt_registry_set_string(struct machine *machine, const char *path, const char *name,
                            const char *value)
{
    size_t bytes;
    WCHAR *wide = widen(machine, value, &bytes);

    set(machine, path, name, REG_SZ, wide, bytes + sizeof(WCHAR));
    machine_heap_free(machine, wide);
}

void nt_registry_set_binary(struct machine *machine, const char *path, const char *name,
                            const void *data, size_t bytes)
{
    set(machine, path, name, REG_BINARY, data, bytes);
}

void nt_registry_set_list(struct machine *machine, const char *path, const char *name,
                          const void *data, size_t bytes)
{
    set(machine, path, name, REG_MULTI_SZ, data, bytes);
}

const struct nt_value *nt_registry_get(struct machine *machine, const char *path, const char *name)
{
    struct nt_key *key = walk_narrow(machine, path, false);
    const struct nt_value *value = NULL;
    size_t bytes;

    if (key != NULL) {
        WCHAR *wide = widen(machine, name, &bytes);

        value = nt_key_value(key, wide, bytes);
        machine_heap_free(machine, wide);
    }
    return value;
}

bool nt_registry_get_dword(struct machine *machine, const char *path, const char *name,
                           uint32_t *value)
{
    const struct nt_value *found = nt_registry_get(machine, path, name);

    if (found == NULL || found->type != REG_DWORD || found->data_bytes != sizeof(*value)) {
        return false;
    }
    memcpy(value, found->data, sizeof(*value));
    return true;
}
