/* SPDX-License-Identifier: MIT */
/*
 * ERESOURCE: shared or exclusive, recursive for its owner. Flag says who holds it, OwnerEntry the
 * exclusive owner, ActiveEntries how often; SystemResourcesList links the waiters, who look again
 * at each release.
 * Source: wdm ExAcquireResourceExclusiveLite and its family
 */
#include "nt/balance.h"
#include "nt/call.h"
#include "nt/lists.h"
#include "nt/storage.h"
#include "nt/thread.h"
#include "nt/tsan.h"
#include "verify/verify.h"

#define FLAG_EXCLUSIVE 0x80u

static bool is_initialised(struct machine *machine, PERESOURCE resource, const char *function)
{
    if (nt_listed(&nt_of(machine)->resources, resource)) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_OBJ_01, function,
                  "%s: the resource at %#llx was never initialised, or was deleted", function,
                  (unsigned long long)(uintptr_t)resource);
    return false;
}

NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    nt_storage_resident(machine, RULE_NT_RES_07, Resource, __func__, "resource");
    (void)nt_storage_aligned(machine, RULE_NT_RES_10, Resource, 8, __func__, "resource");
    if (!nt_listed_add(machine, &nt_of(machine)->resources, Resource)) {
        verify_report(machine, RULE_NT_OBJ_02, __func__,
                      "ExInitializeResourceLite: the resource is initialised already");
        return STATUS_SUCCESS;
    }
    memset(Resource, 0, sizeof(*Resource));
    InitializeListHead(&Resource->SystemResourcesList);
    return STATUS_SUCCESS;
}

static ERESOURCE_THREAD current_thread(struct machine *machine)
{
    return (ERESOURCE_THREAD)(uintptr_t)nt_thread_current(machine);
}

static bool owns_exclusively(struct machine *machine, const ERESOURCE *resource)
{
    return (resource->Flag & FLAG_EXCLUSIVE) != 0 &&
           resource->OwnerEntry.OwnerThread == current_thread(machine);
}

/* After the report the resource counts as released, as far as its holder is known. */
static void forget_holder(struct machine *machine, const ERESOURCE *resource)
{
    if (owns_exclusively(machine, resource)) {
        nt_thread_current(machine)->owned -= (uint16_t)resource->ActiveEntries;
    }
}

NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    if (is_initialised(machine, Resource, __func__)) {
        if (Resource->ActiveEntries > 0) {
            verify_report(machine, RULE_NT_LOCK_17, __func__,
                          "ExReinitializeResourceLite: the resource is still held");
            forget_holder(machine, Resource);
        }
        Resource->ActiveEntries = 0;
        Resource->Flag = 0;
        Resource->OwnerEntry.OwnerThread = 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    if (is_initialised(machine, Resource, __func__)) {
        if (Resource->ActiveEntries > 0) {
            verify_report(machine, RULE_NT_LOCK_08, __func__,
                          "ExDeleteResourceLite: the resource is still held");
            forget_holder(machine, Resource);
        }
        (void)nt_listed_remove(machine, &nt_of(machine)->resources, Resource);
    }
    return STATUS_SUCCESS;
}

static bool try_exclusive(struct machine *machine, PERESOURCE resource)
{
    if (resource->ActiveEntries != 0 && !owns_exclusively(machine, resource)) {
        return false;
    }
    if (resource->ActiveEntries++ == 0) {
        resource->Flag |= FLAG_EXCLUSIVE;
        resource->OwnerEntry.OwnerThread = current_thread(machine);
        nt_tsan_locked(resource, false);
    }
    return true;
}

static bool try_shared(struct machine *machine, PERESOURCE resource, bool pass_exclusive_waiters)
{
    if (owns_exclusively(machine, resource)) {
        resource->ActiveEntries++;
        return true;
    }
    if ((resource->Flag & FLAG_EXCLUSIVE) != 0 ||
        (resource->NumberOfExclusiveWaiters > 0 && !pass_exclusive_waiters)) {
        return false;
    }
    resource->ActiveEntries++;
    nt_tsan_locked(resource, true);
    return true;
}

struct waiter {
    LIST_ENTRY entry; /* ERESOURCE.SystemResourcesList */
    struct fiber *fiber;
};

static void wait_for_release(struct machine *machine, PERESOURCE resource)
{
    struct waiter waiter = { .fiber = machine->running };

    InsertTailList(&resource->SystemResourcesList, &waiter.entry);
    schedule_block(machine);
    RemoveEntryList(&waiter.entry);
}

static void wake_waiters(struct machine *machine, PERESOURCE resource)
{
    LIST_ENTRY *head = &resource->SystemResourcesList;

    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        schedule_ready(machine, CONTAINING_RECORD(entry, struct waiter, entry)->fiber);
    }
}

static BOOLEAN acquire(PERESOURCE resource, bool wait, bool exclusive, bool pass_waiters,
                       const char *function)
{
    struct machine *machine = nt_enter(APC_LEVEL, function);
    bool taken;

    if (!is_initialised(machine, resource, function)) {
        return FALSE;
    }
    nt_regions_required(machine, RULE_NT_APC_04, function, "a resource is acquired");
    taken =
        exclusive ? try_exclusive(machine, resource) : try_shared(machine, resource, pass_waiters);
    while (!taken && wait) {
        ULONG *waiters =
            exclusive ? &resource->NumberOfExclusiveWaiters : &resource->NumberOfSharedWaiters;

        resource->ContentionCount++;
        (*waiters)++;
        wait_for_release(machine, resource);
        (*waiters)--;
        taken = exclusive ? try_exclusive(machine, resource)
                          : try_shared(machine, resource, pass_waiters);
    }
    if (taken) {
        nt_thread_current(machine)->owned++;
    }
    return taken;
}

BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire(Resource, Wait, true, false, __func__);
}

BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire(Resource, Wait, false, false, __func__);
}

BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire(Resource, Wait, false, true, __func__);
}

BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
    return acquire(Resource, Wait, false, false, __func__);
}

void NTAPI ExReleaseResourceLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    if (!is_initialised(machine, Resource, __func__)) {
        return;
    }
    if (Resource->ActiveEntries == 0 || nt_thread_current(machine)->owned == 0 ||
        ((Resource->Flag & FLAG_EXCLUSIVE) != 0 && !owns_exclusively(machine, Resource))) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_07, __func__,
                      "ExReleaseResourceLite: the thread %s does not hold the resource",
                      machine->running->name);
        return;
    }
    nt_thread_current(machine)->owned--;
    if ((Resource->Flag & FLAG_EXCLUSIVE) == 0) {
        nt_tsan_unlocked(Resource, true);
        Resource->ActiveEntries--;
    } else if (--Resource->ActiveEntries == 0) {
        Resource->Flag &= (USHORT)~FLAG_EXCLUSIVE;
        Resource->OwnerEntry.OwnerThread = 0;
        nt_tsan_unlocked(Resource, false);
    }
    wake_waiters(machine, Resource);
    machine_point(machine);
}

void NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId)
{
    (void)ResourceThreadId;
    ExReleaseResourceLite(Resource);
}

void NTAPI ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource)
{
    ExReleaseResourceLite(Resource);
    KeLeaveCriticalRegion();
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    (void)ExAcquireResourceExclusiveLite(Resource, TRUE);
    return NULL;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    (void)ExAcquireResourceSharedLite(Resource, TRUE);
    return NULL;
}

void NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    if (!is_initialised(machine, Resource, __func__)) {
        return;
    }
    if (!owns_exclusively(machine, Resource)) {
        verify_report(machine, RULE_NT_LOCK_16, __func__,
                      "ExConvertExclusiveToSharedLite: the thread %s does not hold the resource "
                      "exclusively",
                      machine->running->name);
    } else {
        nt_tsan_unlocked(Resource, false);
        Resource->Flag &= (USHORT)~FLAG_EXCLUSIVE;
        Resource->OwnerEntry.OwnerThread = 0;
        nt_tsan_locked(Resource, true);
        wake_waiters(machine, Resource);
    }
}

BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    return owns_exclusively(machine, Resource);
}

/* How often the thread holds it; of a shared holder no more is known than that it is held. */
ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource)
{
    NT_CALL(DISPATCH_LEVEL);

    if ((Resource->Flag & FLAG_EXCLUSIVE) != 0 && !owns_exclusively(machine, Resource)) {
        return 0;
    }
    return nt_thread_current(machine)->owned > 0 ? Resource->ActiveEntries : 0;
}

ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfExclusiveWaiters;
}

ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfSharedWaiters;
}
