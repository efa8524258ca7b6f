/* SPDX-License-Identifier: MIT */
/*
 * Reader/writer spin locks (EX_SPIN_LOCK) and the ExInterlocked list functions.
 *
 * The 32-bit lock word counts readers; its top bit is the writer. Who holds it for a fiber is in
 * the machine's list of held locks, like KSPIN_LOCK.
 */
#include "nt/call.h"
#include "nt/spinlock.h"
#include "nt/storage.h"
#include "nt/tsan.h"
#include "verify/verify.h"

#define WRITER 0x80000000u

static struct nt_held_lock *find_held(struct machine *machine, const volatile void *lock)
{
    struct nt *nt = nt_of(machine);

    for (uint32_t i = nt->held_count; i-- > 0;) {
        if (nt->held[i].lock == lock && nt->held[i].fiber == machine->running) {
            return &nt->held[i];
        }
    }
    return NULL;
}

static bool try_lock(struct machine *machine, PEX_SPIN_LOCK lock, bool shared, uint8_t old_irql)
{
    uint32_t word = (uint32_t)*lock;

    if (shared ? (word & WRITER) != 0 : word != 0) {
        return false;
    }
    *lock = (LONG)(shared ? word + 1 : WRITER);
    *nt_locks_push(machine) = (struct nt_held_lock){ .lock = lock,
                                                     .fiber = machine->running,
                                                     .irql = old_irql,
                                                     .has_irql = true,
                                                     .shared = shared };
    nt_tsan_locked(lock, shared);
    return true;
}

static void spin(struct machine *machine, PEX_SPIN_LOCK lock, bool shared, uint8_t old_irql,
                 const char *function)
{
    struct nt_held_lock *own = find_held(machine, lock);

    if (own != NULL && !(own->shared && shared)) {
        uint64_t parameters[4] = { (uintptr_t)lock, 0, 0, 0 };

        verify_report(machine, RULE_NT_LOCK_01, function,
                      "%s: this fiber (%s) holds the lock already", function,
                      machine->running->name);
        machine_bugcheck(machine, SPIN_LOCK_ALREADY_OWNED, parameters,
                         "%s was called for a lock that its caller already holds.", function);
    }
    while (!try_lock(machine, lock, shared, old_irql)) {
        schedule_yield(machine);
    }
}

static void unlock(struct machine *machine, PEX_SPIN_LOCK lock, bool shared, const char *function)
{
    struct nt *nt = nt_of(machine);
    struct nt_held_lock *own = find_held(machine, lock);

    if (own == NULL || own->shared != shared) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_02, function, "%s: the lock is not held %s", function,
                      shared ? "shared" : "exclusively");
        return;
    }
    nt_tsan_unlocked(lock, shared);
    *lock = shared ? *lock - 1 : 0;
    nt->held_count--;
    memmove(own, own + 1, (size_t)(&nt->held[nt->held_count] - own) * sizeof(*own));
}

static KIRQL raise_to_dispatch(struct machine *machine)
{
    uint8_t old_irql = machine->active->irql;

    if (old_irql < DISPATCH_LEVEL) {
        machine->active->irql = DISPATCH_LEVEL;
        machine_level_raised(machine);
    }
    return old_irql;
}

KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL(DISPATCH_LEVEL);
    KIRQL old_irql = raise_to_dispatch(machine);

    spin(machine, SpinLock, false, old_irql, __func__);
    return old_irql;
}

KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL(DISPATCH_LEVEL);
    KIRQL old_irql = raise_to_dispatch(machine);

    spin(machine, SpinLock, true, old_irql, __func__);
    return old_irql;
}

void NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    spin(machine, SpinLock, false, DISPATCH_LEVEL, __func__);
}

void NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    spin(machine, SpinLock, true, DISPATCH_LEVEL, __func__);
}

LOGICAL NTAPI ExTryAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    return try_lock(machine, SpinLock, false, DISPATCH_LEVEL);
}

LOGICAL NTAPI ExTryAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    return try_lock(machine, SpinLock, true, DISPATCH_LEVEL);
}

LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);
    struct nt_held_lock *own = find_held(machine, SpinLock);

    if (own == NULL || !own->shared || *SpinLock != 1) {
        return FALSE;
    }
    nt_tsan_unlocked(SpinLock, true);
    own->shared = false;
    *SpinLock = (LONG)WRITER;
    nt_tsan_locked(SpinLock, false);
    return TRUE;
}

void NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    unlock(machine, SpinLock, false, __func__);
    schedule_irql_lower(machine, OldIrql);
}

void NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    unlock(machine, SpinLock, true, __func__);
    schedule_irql_lower(machine, OldIrql);
}

void NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    unlock(machine, SpinLock, false, __func__);
}

void NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    unlock(machine, SpinLock, true, __func__);
}

/*
 * The ExInterlocked functions take the lock with interrupts disabled, so they run at any IRQL and
 * no point lies inside them. A lock used with them must not also be taken by KeAcquireSpinLock; a
 * holder found here is therefore another processor's spin.
 */
static void interlocked_begin(struct machine *machine, PKSPIN_LOCK lock, const char *function)
{
    nt_spinlock_wait(machine, lock, function);
    nt_tsan_locked(lock, false);
}

static void interlocked_end(PKSPIN_LOCK lock)
{
    nt_tsan_unlocked(lock, false);
}

/* Returns the entry that was first before, or NULL when the list was empty. */
PLIST_ENTRY NTAPI ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
                                              PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    PLIST_ENTRY first;

    interlocked_begin(machine, Lock, __func__);
    first = IsListEmpty(ListHead) ? NULL : ListHead->Flink;
    InsertHeadList(ListHead, ListEntry);
    interlocked_end(Lock);
    return first;
}

/* Returns the entry that was last before, or NULL when the list was empty. */
PLIST_ENTRY NTAPI ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
                                              PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    PLIST_ENTRY last;

    interlocked_begin(machine, Lock, __func__);
    last = IsListEmpty(ListHead) ? NULL : ListHead->Blink;
    InsertTailList(ListHead, ListEntry);
    interlocked_end(Lock);
    return last;
}

PLIST_ENTRY NTAPI ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    PLIST_ENTRY entry;

    interlocked_begin(machine, Lock, __func__);
    entry = IsListEmpty(ListHead) ? NULL : RemoveHeadList(ListHead);
    interlocked_end(Lock);
    return entry;
}

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    PSINGLE_LIST_ENTRY entry;

    interlocked_begin(machine, Lock, __func__);
    entry = PopEntryList(ListHead);
    interlocked_end(Lock);
    return entry;
}

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead,
                                                    PSINGLE_LIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    PSINGLE_LIST_ENTRY first;

    interlocked_begin(machine, Lock, __func__);
    first = ListHead->Next;
    PushEntryList(ListHead, ListEntry);
    interlocked_end(Lock);
    return first;
}

ULONG NTAPI ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    ULONG old;

    interlocked_begin(machine, Lock, __func__);
    old = *Addend;
    *Addend = old + Increment;
    interlocked_end(Lock);
    return old;
}

LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment,
                                                 PKSPIN_LOCK Lock)
{
    NT_CALL_ANY();
    LARGE_INTEGER old;

    interlocked_begin(machine, Lock, __func__);
    old = *Addend;
    Addend->QuadPart = old.QuadPart + Increment.QuadPart;
    interlocked_end(Lock);
    return old;
}

/* Sequenced lists. Host code is atomic between points, so the header needs no compare-exchange. */
void NTAPI InitializeSListHead(PSLIST_HEADER SListHead)
{
    NT_CALL_ANY();

    if (nt_storage_aligned(machine, RULE_NT_RES_12, SListHead, MEMORY_ALLOCATION_ALIGNMENT,
                           __func__, "S-list header")) {
        SListHead->Alignment = 0;
        SListHead->Region = 0;
    }
}

USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER SListHead)
{
    return (USHORT)SListHead->HeaderX64.Depth;
}

static PSLIST_ENTRY slist_first(const SLIST_HEADER *head)
{
    return (PSLIST_ENTRY)(uintptr_t)((uint64_t)head->HeaderX64.NextEntry << 4);
}

static void slist_store(PSLIST_HEADER head, PSLIST_ENTRY first, uint32_t depth)
{
    head->Region = (uintptr_t)first; /* NextEntry and four zero bits: entries are 16-byte aligned */
    head->HeaderX64.Depth = (USHORT)depth;
    head->HeaderX64.Sequence = head->HeaderX64.Sequence + 1;
}

PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry)
{
    NT_CALL(DISPATCH_LEVEL);
    PSLIST_ENTRY first = slist_first(ListHead);

    if (!nt_storage_aligned(machine, RULE_NT_RES_13, ListEntry, MEMORY_ALLOCATION_ALIGNMENT,
                            "InterlockedPushEntrySList", "S-list entry")) {
        return first; /* the header has no room for the low bits of its address */
    }
    ListEntry->Next = first;
    nt_tsan_release(ListHead);
    slist_store(ListHead, ListEntry, (uint32_t)ListHead->HeaderX64.Depth + 1);
    return first;
}

PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead)
{
    NT_CALL(DISPATCH_LEVEL);
    PSLIST_ENTRY first = slist_first(ListHead);

    (void)machine;
    nt_tsan_acquire(ListHead);
    if (first != NULL) {
        slist_store(ListHead, first->Next, (uint32_t)ListHead->HeaderX64.Depth - 1);
    }
    return first;
}

PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead)
{
    NT_CALL(DISPATCH_LEVEL);
    PSLIST_ENTRY first = slist_first(ListHead);

    (void)machine;
    nt_tsan_acquire(ListHead);
    slist_store(ListHead, NULL, 0);
    return first;
}
