/* SPDX-License-Identifier: MIT */
/*
 * Objects with references and handles: threads, named events, registry keys, device objects.
 *
 * The body follows a header on the machine's heap; drivers see bodies only. An object dies with
 * its last reference; each open handle is one of them.
 */
#ifndef NT_OBJECT_H
#define NT_OBJECT_H

#include "machine/machine.h"
#include "nt/wdk.h"

enum nt_object_type {
    NT_OBJECT_THREAD,
    NT_OBJECT_PROCESS,
    NT_OBJECT_EVENT,
    NT_OBJECT_KEY,
    NT_OBJECT_DRIVER,
    NT_OBJECT_DEVICE,
    NT_OBJECT_TYPE_COUNT,
};

/**
 * nt_object_create - a new object with one reference, which the caller owns
 * @bytes: size of the body, which starts zeroed
 * @destroy: called when the last reference is dropped; may be NULL
 * Returns: the body, 16-byte aligned. Never NULL.
 */
void *nt_object_create(struct machine *machine, enum nt_object_type type, size_t bytes,
                       void (*destroy)(struct machine *machine, void *body));
void nt_object_get(struct machine *machine, void *body);
/** nt_object_put - drop one reference; accepts NULL */
void nt_object_put(struct machine *machine, void *body);
/** nt_object_alive - whether the address is the body of an object of any type */
bool nt_object_alive(struct machine *machine, const void *body);
enum nt_object_type nt_object_type_of(const void *body);
int64_t nt_object_references(const void *body);
/** nt_object_get_ours - take a reference that is not the driver's, while the driver runs */
void nt_object_get_ours(void *body);
/** nt_object_put_ours - drop a reference that was never the driver's, while the driver runs */
void nt_object_put_ours(struct machine *machine, void *body);
/**
 * nt_object_find - the first live object of a type for which match() is true
 * Returns: its body without a new reference, or NULL.
 */
void *nt_object_find(struct machine *machine, enum nt_object_type type,
                     bool (*match)(const void *body, const void *argument), const void *argument);

/**
 * nt_handle_open - a new kernel handle, which holds a reference of its own
 * Returns: a value that looks like a kernel handle, never NULL or INVALID_HANDLE_VALUE.
 */
HANDLE nt_handle_open(struct machine *machine, void *body);
/**
 * nt_handle_body - what a handle refers to
 * Returns: NULL when the handle is not open. No reference is taken.
 */
void *nt_handle_body(struct machine *machine, HANDLE handle);
/** nt_handle_close - Returns: false when the handle is not open */
bool nt_handle_close(struct machine *machine, HANDLE handle);

/* What is left of the driver's, for the leak report. */
uint32_t nt_handles_of_driver(const struct machine *machine);
/** nt_handle_opener - where in the driver the first of them was opened; 0 when there is none */
uintptr_t nt_handle_opener(const struct machine *machine);
uint32_t nt_references_of_driver(const struct machine *machine);
/** nt_references_drop_driver - drop what the driver still refers to */
void nt_references_drop_driver(struct machine *machine);
/**
 * nt_object_may_drop - whether the caller has a reference to drop; our own code always has
 * A driver's surplus one would take away ours.
 */
bool nt_object_may_drop(struct machine *machine, const void *body);
/** nt_handles_close_driver - close what the driver left open */
void nt_handles_close_driver(struct machine *machine);

#endif /* NT_OBJECT_H */
