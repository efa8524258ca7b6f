/* SPDX-License-Identifier: MIT */
/*
 * The registry: a tree of keys with values, in memory, empty at start.
 *
 * Paths are absolute (\Registry\Machine\...) with backslashes; names compare without case. The
 * host's functions below take narrow text; drivers use the Zw and Rtl functions (zw_key.c,
 * rtl_registry.c) on the same tree.
 *
 * Tests: tests/unit/nt_registry_test.c
 */
#ifndef NT_REGISTRY_H
#define NT_REGISTRY_H

#include "machine/machine.h"
#include "nt/wdk.h"

struct nt_value {
    struct list link; /* nt_key.values, in order of creation */
    WCHAR *name;
    uint32_t name_bytes; /* without terminator */
    uint32_t type;       /* REG_x */
    uint32_t data_bytes;
    uint8_t *data;
};

struct nt_key {
    struct list link; /* parent's children, in order of creation */
    struct nt_key *parent;
    struct list children;
    struct list values;
    WCHAR *name;
    uint32_t name_bytes;
    uint64_t written; /* system time of the last change */
    uint32_t opens;   /* open handles */
    bool deleted;     /* gone from the tree, kept while it is open */
};

void nt_registry_init(struct machine *machine);

/* Host side: seed and look at values. A key that is missing is created. */
void nt_registry_create(struct machine *machine, const char *path);
void nt_registry_set_dword(struct machine *machine, const char *path, const char *name,
                           uint32_t value);
void nt_registry_set_string(struct machine *machine, const char *path, const char *name,
                            const char *value);
void nt_registry_set_binary(struct machine *machine, const char *path, const char *name,
                            const void *data, size_t bytes);
/** nt_registry_set_list - a REG_MULTI_SZ. @data: its strings, each terminated, and one 0 more */
void nt_registry_set_list(struct machine *machine, const char *path, const char *name,
                          const void *data, size_t bytes);
/** nt_registry_get - a value, or NULL when the key or the value does not exist */
const struct nt_value *nt_registry_get(struct machine *machine, const char *path, const char *name);
/** nt_registry_get_dword - Returns: false when there is no such REG_DWORD */
bool nt_registry_get_dword(struct machine *machine, const char *path, const char *name,
                           uint32_t *value);

/**
 * nt_registry_software_path - path of a device's software key (PLUGPLAY_REGKEY_DRIVER)
 * @instance: of the device, as nt_device_object_create was given it
 * Returns: the length of the path; it is cut at path_bytes.
 */
int nt_registry_software_path(const char *instance, char *path, size_t path_bytes);

/* The tree. Names are counted in bytes. */
struct nt_key *nt_key_root(struct machine *machine);
/**
 * nt_key_walk - follow a relative or absolute path from a key
 * @create: make what is missing
 * @created: told whether the last component was made; may be NULL
 * Returns: NULL when a component is missing.
 */
struct nt_key *nt_key_walk(struct machine *machine, struct nt_key *from, const WCHAR *path,
                           size_t path_bytes, bool create, bool *created);
struct nt_value *nt_key_value(const struct nt_key *key, const WCHAR *name, size_t name_bytes);
void nt_key_value_set(struct machine *machine, struct nt_key *key, const WCHAR *name,
                      size_t name_bytes, uint32_t type, const void *data, size_t data_bytes);
/** nt_value_check - report a driver's string value whose size leaves out its terminating zero */
void nt_value_check(struct machine *machine, uint32_t type, const void *data, size_t bytes,
                    const char *function);
bool nt_key_value_delete(struct machine *machine, struct nt_key *key, const WCHAR *name,
                         size_t name_bytes);
/** nt_key_delete - take a key without children out of the tree. False: it has children. */
bool nt_key_delete(struct machine *machine, struct nt_key *key);
uint32_t nt_key_child_count(const struct nt_key *key);
uint32_t nt_key_value_count(const struct nt_key *key);

/** nt_key_open - a handle to a key */
HANDLE nt_key_open(struct machine *machine, struct nt_key *key);
/** nt_key_of - the key behind a handle, or NULL when it is none */
struct nt_key *nt_key_of(struct machine *machine, HANDLE handle);

#endif /* NT_REGISTRY_H */
