/* SPDX-License-Identifier: MIT */
/* A driver image that does nothing but what a compiler and the glue can get wrong. */
#include <ntddk.h>
#include <ntstrsafe.h>
#include <string.h>
#include <wchar.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT ULONG NTAPI ToySizes(void);
EXPORT NTSTATUS NTAPI ToyGuardedRead(const volatile ULONG *Address, ULONG *Value);
EXPORT ULONG NTAPI ToyCopies(PVOID Destination, const void *Source);
EXPORT ULONG NTAPI ToyBigFrame(ULONG Index);
EXPORT ULONG NTAPI ToyPrint(ULONG First, ULONG64 Second);
EXPORT ULONG NTAPI ToyStrings(void);
EXPORT BOOLEAN NTAPI ToyVariable(void);
EXPORT ULONG NTAPI ToyPaged(ULONG Value);
EXPORT ULONG NTAPI ToyHeap(PUCHAR Memory, ULONG Index);

struct copied {
    UCHAR bytes[300];
};

/* What decides the data model, one digit each. */
ULONG NTAPI ToySizes(void)
{
    return sizeof(LONG) * 100 + sizeof(WCHAR) * 10 + sizeof(PVOID);
}

NTSTATUS NTAPI ToyGuardedRead(const volatile ULONG *Address, ULONG *Value)
{
    __try {
        *Value = *Address;
        return STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_UNSUCCESSFUL;
}

/* A structure copy and the memory functions, in the convention of this image. */
ULONG NTAPI ToyCopies(PVOID Destination, const void *Source)
{
    struct copied local = *(const struct copied *)Source;

    memmove(local.bytes + 1, local.bytes, 100);
    RtlFillMemory(local.bytes + 200, 50, 0xA5);
    *(struct copied *)Destination = local;
    return (ULONG)RtlEqualMemory(Destination, &local, sizeof(local));
}

/* More than a page of locals, so the compiler calls its stack probe. */
ULONG NTAPI ToyBigFrame(ULONG Index)
{
    volatile UCHAR frame[20000];
    ULONG i;

    for (i = 0; i < sizeof(frame); i++) {
        frame[i] = (UCHAR)(i + Index);
    }
    return frame[Index];
}

ULONG NTAPI ToyPrint(ULONG First, ULONG64 Second)
{
    return DbgPrint("%u %I64u %s\n", First, Second, "end");
}

ULONG NTAPI ToyStrings(void)
{
    WCHAR text[16];
    ULONG right = 0;

    wcscpy(text, L"Adapter");
    right += wcslen(text) == 7;
    right += wcscmp(text, L"Adapter") == 0;
    right += wcsstr(text, L"apt") == text + 2;
    right += _wcsicmp(text, L"aDAPTER") == 0;
    right += strlen("abc") == 3;
    right += _stricmp("ABC", "abd") < 0;
    right += memcmp("ab", "ac", 2) < 0;
    return right;
}

BOOLEAN NTAPI ToyVariable(void)
{
    return *KdDebuggerEnabled;
}

#ifdef __clang__
#pragma code_seg("PAGE")
#endif
ULONG NTAPI ToyPaged(ULONG Value)
{
    PAGED_CODE();
    return Value + 1;
}
#ifdef __clang__
#pragma code_seg()
#endif

/* Writes where it is told to: the sanitizer test gives it a bad index. */
ULONG NTAPI ToyHeap(PUCHAR Memory, ULONG Index)
{
    Memory[Index] = 1;
    return Memory[Index];
}
