/* SPDX-License-Identifier: MIT */
/* Doubly and singly linked lists. */
#ifndef WDK_INLINE_LIST_H
#define WDK_INLINE_LIST_H

#include "base.h"

WDK_INLINE void InitializeListHead(PLIST_ENTRY ListHead)
{
    ListHead->Flink = ListHead;
    ListHead->Blink = ListHead;
}

WDK_INLINE BOOLEAN IsListEmpty(const LIST_ENTRY *ListHead)
{
    return (BOOLEAN)(ListHead->Flink == ListHead);
}

/* Stops the machine: the neighbours of an entry do not know it. */
VOID NTAPI DxghListCorrupt(const void *Entry);

/* True when the list became empty. */
WDK_INLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry)
{
    PLIST_ENTRY before = Entry->Blink;
    PLIST_ENTRY after = Entry->Flink;

    if (before->Flink != Entry || after->Blink != Entry) {
        DxghListCorrupt(Entry);
        return FALSE;
    }
    before->Flink = after;
    after->Blink = before;
    return (BOOLEAN)(before == after);
}
#define RemoveEntryListUnsafe RemoveEntryList

WDK_INLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY ListHead)
{
    PLIST_ENTRY entry = ListHead->Flink;

    RemoveEntryList(entry);
    return entry;
}

WDK_INLINE PLIST_ENTRY RemoveTailList(PLIST_ENTRY ListHead)
{
    PLIST_ENTRY entry = ListHead->Blink;

    RemoveEntryList(entry);
    return entry;
}

WDK_INLINE void WdkInsertBetween(PLIST_ENTRY Before, PLIST_ENTRY Entry, PLIST_ENTRY After)
{
    Entry->Blink = Before;
    Entry->Flink = After;
    After->Blink = Entry;
    Before->Flink = Entry;
}

WDK_INLINE void InsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
    WdkInsertBetween(ListHead, Entry, ListHead->Flink);
}

WDK_INLINE void InsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
    WdkInsertBetween(ListHead->Blink, Entry, ListHead);
}

/* Splices a ring of entries that has no head of its own behind the last entry. */
WDK_INLINE void AppendTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListToAppend)
{
    PLIST_ENTRY last = ListHead->Blink;
    PLIST_ENTRY ring_last = ListToAppend->Blink;

    last->Flink = ListToAppend;
    ListToAppend->Blink = last;
    ring_last->Flink = ListHead;
    ListHead->Blink = ring_last;
}

WDK_INLINE void PushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY Entry)
{
    Entry->Next = ListHead->Next;
    ListHead->Next = Entry;
}

/* The first entry, or NULL from an empty list. */
WDK_INLINE PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY ListHead)
{
    PSINGLE_LIST_ENTRY entry = ListHead->Next;

    if (entry) {
        ListHead->Next = entry->Next;
    }
    return entry;
}

#endif
