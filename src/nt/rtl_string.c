/* SPDX-License-Identifier: MIT */
/*
 * Counted strings. Choice: the ANSI code page is Latin-1, so conversion is one to one below 0x100
 * and anything above becomes a question mark.
 * Source: wdm RtlInitUnicodeString and its family. Tests: tests/unit/nt_rtl_test.c
 */
#include "nt/call.h"
#include "nt/pool.h"
#include "nt/resource_kind.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define TAG_STRING 0x67727453u /* "Strg" */
#define CALLER ((uintptr_t)__builtin_return_address(0))
#define UNICODE_MAX_BYTES 0xFFFEu

static size_t wide_length(const WCHAR *text)
{
    size_t count = 0;

    while (text[count] != 0) {
        count++;
    }
    return count;
}

static WCHAR upcase(WCHAR c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) ? (WCHAR)(c - 32) : c;
}

static WCHAR downcase(WCHAR c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ? (WCHAR)(c + 32) : c;
}

void NTAPI RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    size_t bytes = SourceString == NULL ? 0 : wide_length(SourceString) * sizeof(WCHAR);

    bytes = DXGH_MIN(bytes, UNICODE_MAX_BYTES - sizeof(WCHAR));
    DestinationString->Buffer = (PWCH)(uintptr_t)SourceString;
    DestinationString->Length = (USHORT)bytes;
    DestinationString->MaximumLength = (USHORT)(SourceString == NULL ? 0 : bytes + sizeof(WCHAR));
}

void NTAPI RtlInitString(PSTRING DestinationString, PCSZ SourceString)
{
    size_t bytes = SourceString == NULL ? 0 : strlen(SourceString);

    bytes = DXGH_MIN(bytes, 0xFFFEu);
    DestinationString->Buffer = (PCHAR)(uintptr_t)SourceString;
    DestinationString->Length = (USHORT)bytes;
    DestinationString->MaximumLength = (USHORT)(SourceString == NULL ? 0 : bytes + 1);
}

void NTAPI RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString)
{
    RtlInitString(DestinationString, SourceString);
}

/* A destination that was never set up: the lengths contradict each other or nothing is there. */
static bool is_set_up(const UNICODE_STRING *string, const char *function)
{
    struct machine *machine = nt_enter_quietly();

    if (string->Length <= string->MaximumLength && string->Length % sizeof(WCHAR) == 0 &&
        (string->Buffer != NULL || string->MaximumLength == 0)) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_STR_01, function,
                  "%s: the destination has Length %u, MaximumLength %u and Buffer %#llx; set every "
                  "member up first",
                  function, string->Length, string->MaximumLength,
                  (unsigned long long)(uintptr_t)string->Buffer);
    return false;
}

void NTAPI RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
    USHORT bytes;

    if (DestinationString->Buffer == NULL && DestinationString->MaximumLength != 0 &&
        !is_set_up(DestinationString, __func__)) {
        return;
    }
    if (SourceString == NULL) {
        DestinationString->Length = 0;
        return;
    }
    bytes = DXGH_MIN(SourceString->Length, DestinationString->MaximumLength);
    memmove(DestinationString->Buffer, SourceString->Buffer, bytes);
    DestinationString->Length = bytes;
    if ((size_t)bytes + sizeof(WCHAR) <= DestinationString->MaximumLength) {
        DestinationString->Buffer[bytes / sizeof(WCHAR)] = 0;
    }
}

void NTAPI RtlCopyString(PSTRING DestinationString, const STRING *SourceString)
{
    USHORT bytes;

    if (SourceString == NULL) {
        DestinationString->Length = 0;
        return;
    }
    bytes = DXGH_MIN(SourceString->Length, DestinationString->MaximumLength);
    memmove(DestinationString->Buffer, SourceString->Buffer, bytes);
    DestinationString->Length = bytes;
}

static NTSTATUS append(PUNICODE_STRING destination, const WCHAR *text, size_t bytes,
                       const char *function)
{
    if (!is_set_up(destination, function)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    if (bytes > (size_t)destination->MaximumLength - destination->Length) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    memmove((char *)destination->Buffer + destination->Length, text, bytes);
    destination->Length = (USHORT)(destination->Length + bytes);
    if ((size_t)destination->Length + sizeof(WCHAR) <= destination->MaximumLength) {
        destination->Buffer[destination->Length / sizeof(WCHAR)] = 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source)
{
    return append(Destination, Source->Buffer, Source->Length, __func__);
}

NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source)
{
    return Source == NULL
               ? STATUS_SUCCESS
               : append(Destination, Source, wide_length(Source) * sizeof(WCHAR), __func__);
}

LONG NTAPI RtlCompareUnicodeStrings(PCWCH String1, SIZE_T String1Length, PCWCH String2,
                                    SIZE_T String2Length, BOOLEAN CaseInSensitive)
{
    SIZE_T common = DXGH_MIN(String1Length, String2Length);

    for (SIZE_T i = 0; i < common; i++) {
        WCHAR first = CaseInSensitive ? upcase(String1[i]) : String1[i];
        WCHAR second = CaseInSensitive ? upcase(String2[i]) : String2[i];

        if (first != second) {
            return (LONG)first - (LONG)second;
        }
    }
    return (LONG)String1Length - (LONG)String2Length;
}

LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2,
                                   BOOLEAN CaseInSensitive)
{
    return RtlCompareUnicodeStrings(String1->Buffer, String1->Length / sizeof(WCHAR),
                                    String2->Buffer, String2->Length / sizeof(WCHAR),
                                    CaseInSensitive);
}

BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2,
                                    BOOLEAN CaseInSensitive)
{
    return String1->Length == String2->Length &&
           RtlCompareUnicodeString(String1, String2, CaseInSensitive) == 0;
}

BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2,
                                     BOOLEAN CaseInSensitive)
{
    return String1->Length <= String2->Length &&
           RtlCompareUnicodeStrings(String1->Buffer, String1->Length / sizeof(WCHAR),
                                    String2->Buffer, String1->Length / sizeof(WCHAR),
                                    CaseInSensitive) == 0;
}

BOOLEAN NTAPI RtlSuffixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2,
                                     BOOLEAN CaseInSensitive)
{
    SIZE_T count = String1->Length / sizeof(WCHAR);

    return String1->Length <= String2->Length &&
           RtlCompareUnicodeStrings(String1->Buffer, count,
                                    String2->Buffer + String2->Length / sizeof(WCHAR) - count,
                                    count, CaseInSensitive) == 0;
}

LONG NTAPI RtlCompareString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive)
{
    USHORT common = DXGH_MIN(String1->Length, String2->Length);

    for (USHORT i = 0; i < common; i++) {
        WCHAR first = (UCHAR)String1->Buffer[i];
        WCHAR second = (UCHAR)String2->Buffer[i];

        if (CaseInSensitive) {
            first = upcase(first);
            second = upcase(second);
        }
        if (first != second) {
            return (LONG)first - (LONG)second;
        }
    }
    return (LONG)String1->Length - (LONG)String2->Length;
}

BOOLEAN NTAPI RtlEqualString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive)
{
    return RtlCompareString(String1, String2, CaseInSensitive) == 0;
}

WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR SourceCharacter)
{
    return upcase(SourceCharacter);
}

WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR SourceCharacter)
{
    return downcase(SourceCharacter);
}

CHAR NTAPI RtlUpperChar(CHAR Character)
{
    return (CHAR)upcase((UCHAR)Character);
}

void NTAPI RtlUpperString(PSTRING DestinationString, const STRING *SourceString)
{
    USHORT bytes = DXGH_MIN(SourceString->Length, DestinationString->MaximumLength);

    for (USHORT i = 0; i < bytes; i++) {
        DestinationString->Buffer[i] = RtlUpperChar(SourceString->Buffer[i]);
    }
    DestinationString->Length = bytes;
}

/* Memory for a string the caller frees with RtlFreeUnicodeString or RtlFreeAnsiString. */
static void *allocate(struct machine *machine, size_t bytes, uintptr_t pc)
{
    struct nt_pool_request request = { .bytes = bytes, .tag = TAG_STRING, .paged = true, .pc = pc };

    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_POOL, bytes, 0);
        return NULL;
    }
    return nt_pool_alloc(machine, &request);
}

static NTSTATUS room_for(struct machine *machine, void **buffer, USHORT *maximum, size_t bytes,
                         size_t terminator, bool allocate_it, uintptr_t pc)
{
    if (bytes > UNICODE_MAX_BYTES - terminator) {
        return STATUS_INVALID_PARAMETER_2;
    }
    if (allocate_it) {
        *buffer = allocate(machine, bytes + terminator, pc);
        if (*buffer == NULL) {
            return STATUS_NO_MEMORY;
        }
        *maximum = (USHORT)(bytes + terminator);
        return STATUS_SUCCESS;
    }
    return *maximum < bytes + terminator ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString,
                                            PCANSI_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    NT_CALL(PASSIVE_LEVEL);
    size_t bytes = SourceString->Length * sizeof(WCHAR);
    NTSTATUS status =
        room_for(machine, (void **)&DestinationString->Buffer, &DestinationString->MaximumLength,
                 bytes, sizeof(WCHAR), AllocateDestinationString, CALLER);

    if (!NT_SUCCESS(status) || status == STATUS_BUFFER_OVERFLOW) {
        return status;
    }
    for (USHORT i = 0; i < SourceString->Length; i++) {
        DestinationString->Buffer[i] = (UCHAR)SourceString->Buffer[i];
    }
    DestinationString->Buffer[SourceString->Length] = 0;
    DestinationString->Length = (USHORT)bytes;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString,
                                            PCUNICODE_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    NT_CALL(PASSIVE_LEVEL);
    USHORT count = SourceString->Length / sizeof(WCHAR);
    NTSTATUS status =
        room_for(machine, (void **)&DestinationString->Buffer, &DestinationString->MaximumLength,
                 count, 1, AllocateDestinationString, CALLER);

    if (!NT_SUCCESS(status) || status == STATUS_BUFFER_OVERFLOW) {
        return status;
    }
    for (USHORT i = 0; i < count; i++) {
        WCHAR c = SourceString->Buffer[i];

        DestinationString->Buffer[i] = (CHAR)(c < 0x100 ? c : '?');
    }
    DestinationString->Buffer[count] = 0;
    DestinationString->Length = count;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING DestinationString,
                                      PCUNICODE_STRING SourceString,
                                      BOOLEAN AllocateDestinationString)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status =
        room_for(machine, (void **)&DestinationString->Buffer, &DestinationString->MaximumLength,
                 SourceString->Length, 0, AllocateDestinationString, CALLER);

    if (!NT_SUCCESS(status) || status == STATUS_BUFFER_OVERFLOW) {
        return status;
    }
    for (USHORT i = 0; i < SourceString->Length / sizeof(WCHAR); i++) {
        DestinationString->Buffer[i] = upcase(SourceString->Buffer[i]);
    }
    DestinationString->Length = SourceString->Length;
    return STATUS_SUCCESS;
}

ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString)
{
    return (ULONG)((AnsiString->Length + 1u) * sizeof(WCHAR));
}

ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString)
{
    return (ULONG)(UnicodeString->Length / sizeof(WCHAR) + 1);
}

void NTAPI RtlFreeUnicodeString(PUNICODE_STRING UnicodeString)
{
    NT_CALL(PASSIVE_LEVEL);

    if (UnicodeString->Buffer != NULL) {
        nt_pool_free(machine, UnicodeString->Buffer, 0, __func__);
        memset(UnicodeString, 0, sizeof(*UnicodeString));
    }
}

void NTAPI RtlFreeAnsiString(PANSI_STRING AnsiString)
{
    NT_CALL(PASSIVE_LEVEL);

    if (AnsiString->Buffer != NULL) {
        nt_pool_free(machine, AnsiString->Buffer, 0, __func__);
        memset(AnsiString, 0, sizeof(*AnsiString));
    }
}
