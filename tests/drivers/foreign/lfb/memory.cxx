/* SPDX-License-Identifier: MIT */
#include "LFB.hxx"

Counters g_Counters;

#pragma code_seg("PAGE")

void *__cdecl operator new(size_t size, PoolKind kind) noexcept
{
    PAGED_CODE();
    void *memory = ExAllocatePoolWithTag(kind == PoolKind::Paged ? PagedPool : NonPagedPoolNx,
                                         size != 0 ? size : 1, LFB_TAG);

    if (memory != nullptr) {
        RtlFillMemory(memory, size, 0xCD); /* constructors fill what matters */
    }
    return memory;
}

void __cdecl operator delete(void *memory)
{
    PAGED_CODE();
    if (memory != nullptr) {
        ExFreePoolWithTag(memory, LFB_TAG);
    }
}

void __cdecl operator delete(void *memory, size_t)
{
    PAGED_CODE();
    ::operator delete(memory);
}

void __cdecl operator delete(void *memory, PoolKind)
{
    PAGED_CODE();
    ::operator delete(memory);
}
