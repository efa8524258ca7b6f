/* SPDX-License-Identifier: MIT */
#include "nt/spinlock.h"

#include "nt/call.h"
#include "nt/lock_order.h"
#include "nt/storage.h"
#include "nt/tsan.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <string.h>

#define LOCK_MARK UINT64_C(0x53504C4B00000000) /* "SPLK" */
#define LOCK_MARK_MASK UINT64_C(0xFFFFFFFF00000000)

static ULONG_PTR own_word(const struct machine *machine)
{
    return LOCK_MARK | (uint32_t)(machine->running->id + 1);
}

/* What the report names: the driver's lock, as an offset is not known here. */
static unsigned long long shown(const volatile void *lock)
{
    return (unsigned long long)(uintptr_t)lock;
}

#define HELD_LOCKS_AT_FIRST 64u
#define HOLD_LIMIT_US 25u /* kernel/preventing-errors-and-deadlocks-while-using-spin-locks.md */

struct nt_held_lock *nt_locks_push(struct machine *machine)
{
    struct nt *nt = nt_of(machine);

    if (nt->held_count == nt->held_capacity) {
        uint32_t capacity = DXGH_MAX(nt->held_capacity * 2, HELD_LOCKS_AT_FIRST);
        struct nt_held_lock *held = machine_heap_alloc(machine, capacity * sizeof(*held));

        if (nt->held_count > 0) {
            memcpy(held, nt->held, nt->held_count * sizeof(*held));
        }
        machine_heap_free(machine, nt->held);
        nt->held = held;
        nt->held_capacity = capacity;
    }
    return &nt->held[nt->held_count++];
}

uint32_t nt_locks_held(const struct machine *machine)
{
    const struct nt *nt = nt_of(machine);
    uint32_t count = 0;

    for (uint32_t i = 0; i < nt->held_count; i++) {
        count += nt->held[i].fiber == machine->running;
    }
    return count;
}

void nt_locks_drop(struct machine *machine, uint32_t keep)
{
    struct nt *nt = nt_of(machine);
    uint32_t kept = 0;
    uint32_t seen = 0;

    for (uint32_t i = 0; i < nt->held_count; i++) {
        struct nt_held_lock held = nt->held[i];

        if (held.fiber == machine->running && seen++ >= keep) {
            *(volatile ULONG_PTR *)(uintptr_t)held.lock = 0;
            nt_tsan_unlocked(held.lock, held.shared);
            continue;
        }
        nt->held[kept++] = held;
    }
    nt->held_count = kept;
}

const volatile void *nt_locks_in_range(const struct machine *machine, const void *start,
                                       size_t bytes)
{
    const struct nt *nt = nt_of(machine);
    uintptr_t low = (uintptr_t)start;

    for (uint32_t i = 0; i < nt->held_count; i++) {
        uintptr_t lock = (uintptr_t)nt->held[i].lock;

        if (lock >= low && lock - low < bytes) {
            return nt->held[i].lock;
        }
    }
    return NULL;
}

void nt_locks_forget(struct machine *machine, const void *start, size_t bytes)
{
    struct nt *nt = nt_of(machine);
    uint32_t kept = 0;

    for (uint32_t i = 0; i < nt->held_count; i++) {
        uintptr_t lock = (uintptr_t)nt->held[i].lock;

        if (lock < (uintptr_t)start || lock - (uintptr_t)start >= bytes) {
            nt->held[kept++] = nt->held[i];
        }
    }
    nt->held_count = kept;
}

void nt_locks_stay_raised(struct machine *machine, uint8_t irql, const char *function)
{
    if (DXGH_LIKELY(irql >= DISPATCH_LEVEL || nt_of(machine)->held_count == 0) ||
        machine->active->irql < DISPATCH_LEVEL || nt_locks_held(machine) == 0) {
        return;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_LOCK_15, function,
                  "%s: the IRQL is lowered to %u while %u spin lock(s) are held; release the "
                  "innermost lock first",
                  function, irql, nt_locks_held(machine));
}

void nt_locks_stalled(struct machine *machine, uint32_t us, const char *function)
{
    struct nt *nt = nt_of(machine);

    for (uint32_t i = 0; i < nt->held_count && nt_in_driver(machine); i++) {
        struct nt_held_lock *held = &nt->held[i];
        uint32_t before = held->stalled_us;

        if (held->fiber != machine->running) {
            continue;
        }
        held->stalled_us = us > UINT32_MAX - before ? UINT32_MAX : before + us;
        if (held->stalled_us > HOLD_LIMIT_US && before <= HOLD_LIMIT_US) {
            verify_report(machine, RULE_NT_STALL_02, function,
                          "%s: the spin lock at %#llx is held while its holder stalls for %u "
                          "microseconds; %u is the limit",
                          function, shown(held->lock), held->stalled_us, HOLD_LIMIT_US);
        }
    }
}

static struct nt_held_lock *push_held(struct machine *machine, const volatile void *lock,
                                      bool has_irql, uint8_t irql)
{
    struct nt_held_lock *held = nt_locks_push(machine);

    *held = (struct nt_held_lock){
        .lock = lock, .fiber = machine->running, .irql = irql, .has_irql = has_irql
    };
    nt_tsan_locked(lock, false);
    return held;
}

/* Returns false when the running fiber has no such lock. The newest is nearly always the one. */
static bool pop_held(struct machine *machine, const volatile void *lock, struct nt_held_lock *out)
{
    struct nt *nt = nt_of(machine);

    for (uint32_t i = nt->held_count; i-- > 0;) {
        if (nt->held[i].lock != lock || nt->held[i].fiber != machine->running ||
            nt->held[i].shared) {
            continue;
        }
        *out = nt->held[i];
        nt->held_count--;
        memmove(&nt->held[i], &nt->held[i + 1], (nt->held_count - i) * sizeof(nt->held[0]));
        return true;
    }
    return false;
}

DXGH_NORETURN static void stop_recursion(struct machine *machine, const volatile void *lock,
                                         const char *function)
{
    uint64_t parameters[4] = { (uintptr_t)lock, 0, 0, 0 };

    verify_report(machine, RULE_NT_LOCK_01, function,
                  "%s: the spin lock at %#llx is already held by this very fiber (%s)", function,
                  shown(lock), machine->running->name);
    machine_bugcheck(machine, SPIN_LOCK_ALREADY_OWNED, parameters,
                     "%s was called for a spin lock that its caller already holds; the processor "
                     "would spin for ever.",
                     function);
}

/* The owner is one of the fibers this processor has interrupted: it cannot run before we return. */
static void check_owner_below(struct machine *machine, const volatile void *lock,
                              const char *function)
{
    const struct nt *nt = nt_of(machine);
    const struct processor *processor = machine->active;

    for (uint32_t i = 0; i < nt->held_count; i++) {
        if (nt->held[i].lock != lock) {
            continue;
        }
        for (uint32_t f = 0; f < processor->frame_count; f++) {
            if (processor->frames[f].fiber != nt->held[i].fiber) {
                continue;
            }
            uint64_t parameters[4] = { (uintptr_t)lock, 0, 0, 0 };

            verify_report(machine, RULE_NT_LOCK_05, function,
                          "%s at IRQL %u wants the spin lock at %#llx, which %s took on the same "
                          "processor at IRQL %u before it was interrupted",
                          function, processor->irql, shown(lock), nt->held[i].fiber->name,
                          processor->frames[f].irql);
            machine_bugcheck(machine, SPIN_LOCK_ALREADY_OWNED, parameters,
                             "%s spins on a lock whose holder (%s) this very interrupt has "
                             "interrupted: a deadlock.",
                             function, nt->held[i].fiber->name);
        }
    }
}

static void check_initialised(struct machine *machine, volatile ULONG_PTR *word,
                              const char *function)
{
    if (*word == 0 || (*word & LOCK_MARK_MASK) == LOCK_MARK) {
        return;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_LOCK_04, function,
                  "%s: the spin lock at %#llx holds %#llx and was never initialised "
                  "(KeInitializeSpinLock)",
                  function, shown(word), (unsigned long long)*word);
    *word = 0;
}

void nt_spinlock_wait(struct machine *machine, volatile ULONG_PTR *lock, const char *function)
{
    check_initialised(machine, lock, function);
    if (DXGH_UNLIKELY(*lock == own_word(machine))) {
        stop_recursion(machine, lock, function);
    }
    while (DXGH_UNLIKELY(*lock != 0)) {
        check_owner_below(machine, lock, function);
        schedule_yield(machine);
    }
}

static void acquire(struct machine *machine, PKSPIN_LOCK lock, bool has_irql, uint8_t old_irql,
                    const char *function)
{
    nt_spinlock_wait(machine, lock, function);
    if (nt_of(machine)->held_count > 0) {
        nt_lock_order_check(machine, lock, function);
    }
    *(volatile ULONG_PTR *)lock = own_word(machine);
    (void)push_held(machine, lock, has_irql, old_irql);
}

static void acquire_queued(struct machine *machine, PKSPIN_LOCK lock, PKLOCK_QUEUE_HANDLE handle,
                           bool has_irql, const char *function)
{
    handle->LockQueue.Next = NULL;
    handle->LockQueue.Lock = lock;
    acquire(machine, lock, has_irql, handle->OldIrql, function);
    nt_of(machine)->held[nt_of(machine)->held_count - 1].queued = true;
}

static void release(struct machine *machine, PKSPIN_LOCK lock, const uint8_t *new_irql, bool queued,
                    const char *function)
{
    volatile ULONG_PTR *word = lock;
    struct nt_held_lock held;

    if (DXGH_UNLIKELY(!pop_held(machine, lock, &held))) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_02, function, "%s: the spin lock at %#llx is %s",
                      function, shown(lock),
                      *word == 0 ? "not held by anybody" : "held by someone else");
        return;
    }
    if (DXGH_UNLIKELY(new_irql != NULL && held.has_irql && *new_irql != held.irql)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_03, function,
                      "%s: the spin lock at %#llx is released to IRQL %u, but acquiring it "
                      "returned IRQL %u",
                      function, shown(lock), *new_irql, held.irql);
    }
    if (DXGH_UNLIKELY(held.queued != queued)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_13, function,
                      "%s: the spin lock at %#llx was acquired as %s spin lock; a lock is used as "
                      "one kind or the other, never both",
                      function, shown(lock), held.queued ? "a queued" : "an ordinary");
    }
    nt_tsan_unlocked(lock, false);
    *word = 0;
}

static uint8_t raise_to_dispatch(struct machine *machine)
{
    uint8_t old_irql = machine->active->irql;

    if (old_irql < DISPATCH_LEVEL) {
        machine->active->irql = DISPATCH_LEVEL;
        machine_level_raised(machine);
    }
    return old_irql;
}

static void lower(struct machine *machine, uint8_t irql)
{
    if (irql > machine->active->irql) {
        machine->active->irql = irql; /* reported as NT-LOCK-03 already */
    } else {
        nt_locks_stay_raised(machine, irql, "KeReleaseSpinLock");
        schedule_irql_lower(machine, irql);
    }
}

void NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock)
{
    struct machine *machine = nt_enter_quietly();

    if (nt_locks_in_range(machine, SpinLock, sizeof(*SpinLock)) != NULL) {
        verify_report(machine, RULE_NT_OBJ_02, "KeInitializeSpinLock",
                      "the spin lock at %#llx is initialised while it is held", shown(SpinLock));
        return;
    }
    nt_storage_resident(machine, RULE_NT_RES_06, SpinLock, __func__, "spin lock");
    nt_lock_order_forget(machine, SpinLock, sizeof(*SpinLock));
    *SpinLock = 0;
}

KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
    NT_CALL(DISPATCH_LEVEL);
    uint8_t old_irql = raise_to_dispatch(machine);

    acquire(machine, SpinLock, true, old_irql, "KeAcquireSpinLock");
    return old_irql;
}

void NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    release(machine, SpinLock, &NewIrql, false, __func__);
    lower(machine, NewIrql);
}

void NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, IRQL_HIGH);

    acquire(machine, SpinLock, false, 0, __func__);
}

void NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, IRQL_HIGH);

    release(machine, SpinLock, NULL, false, __func__);
    machine_point(machine);
}

KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock)
{
    NT_CALL(DISPATCH_LEVEL);
    uint8_t old_irql = raise_to_dispatch(machine);

    acquire(machine, SpinLock, true, old_irql, __func__);
    return old_irql;
}

void NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);

    release(machine, SpinLock, &OldIrql, false, __func__);
    lower(machine, OldIrql);
}

BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, IRQL_HIGH);

    check_initialised(machine, SpinLock, __func__);
    if (*SpinLock != 0) {
        return FALSE;
    }
    *SpinLock = own_word(machine);
    (void)push_held(machine, SpinLock, false, 0);
    return TRUE;
}

BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock)
{
    NT_CALL_ANY();

    (void)machine;
    return *(volatile KSPIN_LOCK *)SpinLock == 0;
}

void NTAPI KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    NT_CALL(DISPATCH_LEVEL);

    LockHandle->OldIrql = raise_to_dispatch(machine);
    acquire_queued(machine, SpinLock, LockHandle, true, __func__);
}

void NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, DISPATCH_LEVEL);
    KIRQL old_irql = LockHandle->OldIrql;

    release(machine, LockHandle->LockQueue.Lock, &old_irql, true, __func__);
    lower(machine, old_irql);
}

void NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock,
                                                    PKLOCK_QUEUE_HANDLE LockHandle)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, IRQL_HIGH);

    LockHandle->OldIrql = machine->active->irql;
    acquire_queued(machine, SpinLock, LockHandle, false, __func__);
}

void NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle)
{
    NT_CALL_BETWEEN(DISPATCH_LEVEL, IRQL_HIGH);

    release(machine, LockHandle->LockQueue.Lock, NULL, true, __func__);
    machine_point(machine);
}

void NTAPI KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock,
                                                PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeAcquireInStackQueuedSpinLock(SpinLock, LockHandle);
}

void NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeReleaseInStackQueuedSpinLock(LockHandle);
}
