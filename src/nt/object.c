/* SPDX-License-Identifier: MIT */
#include "nt/object.h"

#include "machine/heap.h"
#include "nt/call.h"
#include "nt/tsan.h"
#include "verify/verify.h"

#define HANDLE_BASE UINT64_C(0xFFFFFFFF80000000) /* kernel handles have their upper half set */
#define HANDLE_STEP 4u

struct nt_object {
    _Alignas(16) struct list link;
    enum nt_object_type type;
    int64_t references;
    int64_t driver_references; /* taken less dropped while the driver ran */
    void (*destroy)(struct machine *machine, void *body);
};

/* POBJECT_TYPE is opaque; ours is a name. The pointers to them are imported by drivers. */
struct _OBJECT_TYPE {
    enum nt_object_type type;
};
static struct _OBJECT_TYPE thread_type = { NT_OBJECT_THREAD };
static struct _OBJECT_TYPE process_type = { NT_OBJECT_PROCESS };
static struct _OBJECT_TYPE event_type = { NT_OBJECT_EVENT };
static struct _OBJECT_TYPE key_type = { NT_OBJECT_KEY };
static struct _OBJECT_TYPE unsupported_type = { NT_OBJECT_TYPE_COUNT };
static POBJECT_TYPE thread_type_pointer = &thread_type;
static POBJECT_TYPE process_type_pointer = &process_type;
static POBJECT_TYPE event_type_pointer = &event_type;
static POBJECT_TYPE key_type_pointer = &key_type;
static POBJECT_TYPE unsupported_type_pointer = &unsupported_type;
POBJECT_TYPE *PsThreadType = &thread_type_pointer;
POBJECT_TYPE *PsProcessType = &process_type_pointer;
POBJECT_TYPE *ExEventObjectType = &event_type_pointer;
POBJECT_TYPE *CmKeyObjectType = &key_type_pointer;
POBJECT_TYPE *IoFileObjectType = &unsupported_type_pointer;
POBJECT_TYPE *ExSemaphoreObjectType = &unsupported_type_pointer;
POBJECT_TYPE *SeTokenObjectType = &unsupported_type_pointer;

static struct nt_object *header_of(const void *body)
{
    return (struct nt_object *)(uintptr_t)body - 1;
}

void *nt_object_create(struct machine *machine, enum nt_object_type type, size_t bytes,
                       void (*destroy)(struct machine *, void *))
{
    struct nt_object *object = machine_heap_alloc(machine, sizeof(*object) + bytes);

    object->type = type;
    object->references = 1;
    object->destroy = destroy;
    list_push_back(&nt_of(machine)->objects, &object->link);
    return object + 1;
}

bool nt_object_alive(struct machine *machine, const void *body)
{
    LIST_FOR_EACH(link, &nt_of(machine)->objects) {
        if (LIST_ENTRY_OF(link, struct nt_object, link) + 1 == body) {
            return true;
        }
    }
    return false;
}

enum nt_object_type nt_object_type_of(const void *body)
{
    return header_of(body)->type;
}

int64_t nt_object_references(const void *body)
{
    return header_of(body)->references;
}

void nt_object_get_ours(void *body)
{
    header_of(body)->references++;
}

void nt_object_put_ours(struct machine *machine, void *body)
{
    header_of(body)->driver_references += nt_in_driver(machine); /* put() takes it off again */
    nt_object_put(machine, body);
}

void *nt_object_find(struct machine *machine, enum nt_object_type type,
                     bool (*match)(const void *, const void *), const void *argument)
{
    LIST_FOR_EACH(link, &nt_of(machine)->objects) {
        struct nt_object *object = LIST_ENTRY_OF(link, struct nt_object, link);

        if (object->type == type && match(object + 1, argument)) {
            return object + 1;
        }
    }
    return NULL;
}

void nt_object_get(struct machine *machine, void *body)
{
    struct nt_object *object = header_of(body);

    object->references++;
    object->driver_references += nt_in_driver(machine);
}

void nt_object_put(struct machine *machine, void *body)
{
    if (body == NULL) {
        return;
    }

    struct nt_object *object = header_of(body);

    DXGH_ASSERT(object->references > 0);
    object->driver_references -= nt_in_driver(machine);
    if (--object->references > 0) {
        return;
    }
    list_remove(&object->link);
    if (object->destroy != NULL) {
        object->destroy(machine, body);
    }
    machine_heap_free(machine, object);
}

static struct nt_handle *find_slot(struct machine *machine, HANDLE handle)
{
    struct nt *nt = nt_of(machine);
    uint64_t value = (uint64_t)(uintptr_t)handle;
    uint64_t index = (value - HANDLE_BASE) / HANDLE_STEP;

    if (value <= HANDLE_BASE || value % HANDLE_STEP != 0 || index - 1 >= nt->handle_capacity ||
        nt->handles[index - 1].object == NULL) {
        return NULL;
    }
    return &nt->handles[index - 1];
}

HANDLE nt_handle_open(struct machine *machine, void *body)
{
    struct nt *nt = nt_of(machine);
    uint32_t index = 0;

    while (index < nt->handle_capacity && nt->handles[index].object != NULL) {
        index++;
    }
    if (index == nt->handle_capacity) {
        uint32_t capacity = nt->handle_capacity == 0 ? 32 : 2 * nt->handle_capacity;
        struct nt_handle *grown = machine_heap_alloc(machine, capacity * sizeof(*grown));

        if (nt->handle_capacity > 0) {
            memcpy(grown, nt->handles, nt->handle_capacity * sizeof(*grown));
        }
        machine_heap_free(machine, nt->handles);
        nt->handles = grown;
        nt->handle_capacity = capacity;
    }
    nt_object_get_ours(body); /* it counts as a handle, not as a reference */
    nt->handles[index] = (struct nt_handle){
        .object = body,
        .driver = nt_in_driver(machine),
        .pc = nt_in_driver(machine) ? verify_driver_pc(machine) : 0,
    };
    return (HANDLE)(uintptr_t)(HANDLE_BASE + (uint64_t)(index + 1) * HANDLE_STEP);
}

void *nt_handle_body(struct machine *machine, HANDLE handle)
{
    struct nt_handle *slot = find_slot(machine, handle);

    return slot == NULL ? NULL : slot->object;
}

static void close_slot(struct machine *machine, struct nt_handle *slot)
{
    void *body = slot->object;

    slot->object = NULL;
    nt_object_put_ours(machine, body);
}

bool nt_handle_close(struct machine *machine, HANDLE handle)
{
    struct nt_handle *slot = find_slot(machine, handle);

    if (slot == NULL) {
        return false;
    }
    close_slot(machine, slot);
    return true;
}

uint32_t nt_handles_of_driver(const struct machine *machine)
{
    const struct nt *nt = nt_of(machine);
    uint32_t count = 0;

    for (uint32_t i = 0; i < nt->handle_capacity; i++) {
        count += nt->handles[i].object != NULL && nt->handles[i].driver;
    }
    return count;
}

uintptr_t nt_handle_opener(const struct machine *machine)
{
    const struct nt *nt = nt_of(machine);

    for (uint32_t i = 0; i < nt->handle_capacity; i++) {
        if (nt->handles[i].object != NULL && nt->handles[i].driver) {
            return nt->handles[i].pc;
        }
    }
    return 0;
}

uint32_t nt_references_of_driver(const struct machine *machine)
{
    int64_t count = 0;

    LIST_FOR_EACH(link, &nt_of(machine)->objects) {
        const struct nt_object *object = LIST_ENTRY_OF(link, struct nt_object, link);

        count += DXGH_MAX(object->driver_references, 0);
    }
    return (uint32_t)count;
}

void nt_references_drop_driver(struct machine *machine)
{
    LIST_FOR_EACH_SAFE(link, &nt_of(machine)->objects) {
        struct nt_object *object = LIST_ENTRY_OF(link, struct nt_object, link);

        for (int64_t left = object->driver_references; left > 0; left--) {
            object->driver_references--;
            nt_object_put(machine, object + 1); /* the last one frees it, and ends this loop */
        }
    }
}

bool nt_object_may_drop(struct machine *machine, const void *body)
{
    return !nt_in_driver(machine) || header_of(body)->driver_references > 0;
}

void nt_handles_close_driver(struct machine *machine)
{
    struct nt *nt = nt_of(machine);

    for (uint32_t i = 0; i < nt->handle_capacity; i++) {
        if (nt->handles[i].object != NULL && nt->handles[i].driver) {
            close_slot(machine, &nt->handles[i]);
        }
    }
}

DXGH_NORETURN static void bad_object(struct machine *machine, const void *body,
                                     const char *function, const char *words)
{
    uint64_t parameters[4] = { 0, (uintptr_t)body, 0, 0 };

    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_OBJ_03, function, "%s: %#llx is %s", function,
                  (unsigned long long)(uintptr_t)body, words);
    machine_bugcheck(machine, REFERENCE_BY_POINTER, parameters, "%s was given %s.", function,
                     words);
}

/* A pointer the driver claims to be an object. Anything may be behind one that is not. */
static void check_object(struct machine *machine, const void *body, const char *function)
{
    if (!nt_object_alive(machine, body)) {
        bad_object(machine, body, function, "a pointer to no object, or to one that is freed");
    }
}

/* A reference the driver never took is somebody else's: dropping it would free their object. */
static void check_surplus(struct machine *machine, const void *body)
{
    uint64_t parameters[4] = { 0, (uintptr_t)body, 2, (uint64_t)nt_object_references(body) };

    if (!nt_in_driver(machine) || header_of(body)->driver_references > 0) {
        return;
    }
    verify_report(machine, RULE_NT_OBJ_03, "ObDereferenceObject",
                  "ObDereferenceObject: the driver has dropped every reference it took on this "
                  "object; the ones left are not its own");
    machine_bugcheck(machine, REFERENCE_BY_POINTER, parameters,
                     "The driver dropped a reference to an object that it does not hold.");
}

LONG_PTR NTAPI ObfReferenceObject(PVOID Object)
{
    NT_CALL(DISPATCH_LEVEL);

    check_object(machine, Object, "ObReferenceObject");
    nt_object_get(machine, Object);
    return nt_object_references(Object);
}

LONG_PTR NTAPI ObfReferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    (void)Tag;
    return ObfReferenceObject(Object);
}

LONG_PTR NTAPI ObfDereferenceObject(PVOID Object)
{
    NT_CALL(DISPATCH_LEVEL);
    LONG_PTR left;

    check_object(machine, Object, "ObDereferenceObject");
    check_surplus(machine, Object);
    nt_tsan_release(Object);
    left = nt_object_references(Object) - 1;
    nt_object_put(machine, Object);
    return left;
}

LONG_PTR NTAPI ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    (void)Tag;
    return ObfDereferenceObject(Object);
}

void NTAPI ObDereferenceObjectDeferDelete(PVOID Object)
{
    (void)ObfDereferenceObject(Object);
}

NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess,
                                          POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)DesiredAccess;
    (void)AccessMode;
    check_object(machine, Object, __func__);
    if (ObjectType != NULL && ObjectType->type != nt_object_type_of(Object)) {
        return STATUS_OBJECT_TYPE_MISMATCH;
    }
    nt_object_get(machine, Object);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess,
                                         POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                         PVOID *Object,
                                         POBJECT_HANDLE_INFORMATION HandleInformation)
{
    NT_CALL(PASSIVE_LEVEL);
    void *body = nt_handle_body(machine, Handle);

    (void)DesiredAccess;
    (void)AccessMode;
    *Object = NULL;
    if (body == NULL) {
        verify_report(machine, RULE_NT_OBJ_04, __func__, "%s: the handle %#llx is not open",
                      __func__, (unsigned long long)(uintptr_t)Handle);
        return STATUS_INVALID_HANDLE;
    }
    if (ObjectType != NULL && ObjectType->type != nt_object_type_of(body)) {
        return STATUS_OBJECT_TYPE_MISMATCH;
    }
    if (HandleInformation != NULL) {
        HandleInformation->HandleAttributes = OBJ_KERNEL_HANDLE;
        HandleInformation->GrantedAccess = DesiredAccess;
    }
    nt_object_get(machine, body);
    *Object = body;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess,
                                                POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                                ULONG Tag, PVOID *Object,
                                                POBJECT_HANDLE_INFORMATION HandleInformation)
{
    (void)Tag;
    return ObReferenceObjectByHandle(Handle, DesiredAccess, ObjectType, AccessMode, Object,
                                     HandleInformation);
}

NTSTATUS NTAPI ZwClose(HANDLE Handle)
{
    NT_CALL(PASSIVE_LEVEL);

    if (!nt_handle_close(machine, Handle)) {
        verify_report(machine, RULE_NT_OBJ_04, __func__, "ZwClose: the handle %#llx is not open",
                      (unsigned long long)(uintptr_t)Handle);
        return STATUS_INVALID_HANDLE;
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode)
{
    (void)PreviousMode;
    return ZwClose(Handle);
}
