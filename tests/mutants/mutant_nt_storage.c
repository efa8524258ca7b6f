/* SPDX-License-Identifier: MIT */
/* Rules of the NT executive about where objects may lie. Each deed runs once at PASSIVE_LEVEL. */
#include "mutant.h"

/* A block of paged pool with room for whatever a deed initialises in it. */
static PVOID
TakePaged(VOID)
{
    return ExAllocatePool2(POOL_FLAG_PAGED, 256, MUTANT_TAG);
}

static VOID
GiveBack(PVOID Block)
{
    ExFreePoolWithTag(Block, MUTANT_TAG);
}

VOID
MutantPagedEvent(VOID)
{
    PKEVENT event = TakePaged();

    KeInitializeEvent(event, NotificationEvent, FALSE);
    GiveBack(event);
}

VOID
MutantPagedSemaphore(VOID)
{
    PKSEMAPHORE semaphore = TakePaged();

    KeInitializeSemaphore(semaphore, 0, 1);
    GiveBack(semaphore);
}

VOID
MutantPagedMutex(VOID)
{
    PKMUTEX mutex = TakePaged();

    KeInitializeMutex(mutex, 0);
    GiveBack(mutex);
}

VOID
MutantPagedTimer(VOID)
{
    PKTIMER timer = TakePaged();

    KeInitializeTimer(timer);
    GiveBack(timer);
}

static VOID NTAPI
NoDpc(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
}

VOID
MutantPagedDpc(VOID)
{
    PKDPC dpc = TakePaged();

    KeInitializeDpc(dpc, NoDpc, NULL);
    GiveBack(dpc);
}

VOID
MutantPagedSpinLock(VOID)
{
    PKSPIN_LOCK lock = TakePaged();

    KeInitializeSpinLock(lock);
    GiveBack(lock);
}

VOID
MutantPagedResource(VOID)
{
    PERESOURCE resource = TakePaged();

    (void)ExInitializeResourceLite(resource);
    (void)ExDeleteResourceLite(resource);
    GiveBack(resource);
}

VOID
MutantPagedFastMutex(VOID)
{
    PFAST_MUTEX mutex = TakePaged();

    ExInitializeFastMutex(mutex);
    GiveBack(mutex);
}

VOID
MutantPagedLookaside(VOID)
{
    PPAGED_LOOKASIDE_LIST list = TakePaged();

    ExInitializePagedLookasideList(list, NULL, NULL, 0, 64, MUTANT_TAG, 0);
    ExDeletePagedLookasideList(list);
    GiveBack(list);
}

/* Four bytes into a block that begins at a multiple of sixteen. */
static PVOID
Askew(PVOID Block)
{
    return (PUCHAR)Block + 4;
}

VOID
MutantCrookedResource(VOID)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 256, MUTANT_TAG);
    PERESOURCE resource = Askew(block);

    (void)ExInitializeResourceLite(resource);
    (void)ExDeleteResourceLite(resource);
    GiveBack(block);
}

VOID
MutantCrookedLookaside(VOID)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 512, MUTANT_TAG);
    PNPAGED_LOOKASIDE_LIST list = Askew(block);

    ExInitializeNPagedLookasideList(list, NULL, NULL, 0, 64, MUTANT_TAG, 0);
    ExDeleteNPagedLookasideList(list);
    GiveBack(block);
}

VOID
MutantCrookedListHead(VOID)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, MUTANT_TAG);

    InitializeSListHead(Askew(block));
    GiveBack(block);
}

VOID
MutantCrookedListEntry(VOID)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, MUTANT_TAG);
    SLIST_HEADER head;

    InitializeSListHead(&head);
    (void)ExpInterlockedPushEntrySList(&head, Askew(block));
    GiveBack(block);
}
